#!/bin/bash
# Builds the tagger's wordbook and model from data: make model DATA=folder
#
# DATA holds names/ (lists of names), load/articles.jsonl (news, for classes and
# counts of words: figures alone are kept) and ner/train, ner/train_sa (labelled
# sentences).  OBJECTS are the engine's object files.  Takes three minutes.  The model replaces src/lexicon/tagger_model.gz;
# as train_sa is CC BY-SA, so are its weights.
set -e -o pipefail
data=${1:?usage: build.sh DATA}
cd "$(dirname "$0")/../.."
work=build/model
mkdir -p $work

compile() {
	${CC:-cc} -O2 -std=gnu11 -Wall -Wextra -Isrc/engine -Itools/model -o build/model_"$1" tools/model/"$1".c tools/model/bio.c \
		${OBJECTS:?} $(pkg-config --libs icu-uc icu-i18n libxml-2.0) -lm
}

# words: classes, counts, lists
compile clusters
compile wordbook
python3 tools/model/texts.py "$data"/load/articles.jsonl | build/model_clusters > $work/words.tsv
python3 tools/model/gazetteer.py src/lexicon "$data"/names > $work/names.tsv
build/model_wordbook $work/words.tsv $work/names.tsv | gzip -9n > $work/words.gz
mv $work/words.gz src/lexicon/tagger_words.gz
${MAKE:-make} -s build/lexicon/tagger_words.o

# labelled sentences in one scheme of kinds, and the model
compile train
python3 tools/model/pool.py "$data"/ner $work/names.tsv > $work/pool.bio
build/model_train $work/pool.bio | gzip -9n > $work/model.gz
mv $work/model.gz src/lexicon/tagger_model.gz
