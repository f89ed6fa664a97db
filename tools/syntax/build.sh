#!/bin/bash
# Trains the weights of the syntax room: make syntax DATA=folder
#
# DATA holds syntax/, trees in CoNLL-U: GUM (gum_*) and EWT (ewt_*).  EWT's dev
# and test files and every tenth document of the others are kept for scoring.
# Takes some minutes.  The weights replace src/lexicon/syntax_weights.gz; as EWT
# and parts of GUM are CC BY-SA, so are they.
set -e -o pipefail
data=${1:?usage: build.sh DATA}
cd "$(dirname "$0")/../.."
mkdir -p build/syntax

for program in train score; do
	${CC:-cc} -O2 -std=gnu11 -Wall -Wextra -Isrc/engine -Itools/syntax -o build/syntax/$program tools/syntax/$program.c \
		tools/syntax/treebank.c tools/syntax/learner.c src/engine/*.o src/engine/*/*.o build/lexicon/*.o \
		$(pkg-config --libs icu-uc icu-i18n libxml-2.0) -lm
done
build/syntax/train build/syntax/weights.bin "$data"/syntax/ewt_*_train.conllu "$data"/syntax/gum_*.conllu
gzip -9nc build/syntax/weights.bin > src/lexicon/syntax_weights.gz
build/syntax/score build/syntax/weights.bin "$data"/syntax/ewt_dev.conllu
build/syntax/score build/syntax/weights.bin -h "$data"/syntax/gum_*.conllu
