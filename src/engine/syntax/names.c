/*
 * names.c
 *	  The names of parts of speech and of relations.
 */
#include "syntax/parse.h"

const char *const news_pos_penn[NEWS_NPOS] = {
	"NN", "NNS", "NNP", "NNPS", "JJ", "NNP", "JJR", "JJS", "RB", "RBR", "RBS", "WRB", "RB", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ",
	"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD", "IN", "RP", "IN", "TO", "DT", "PDT", "WDT", "DT", "NN", "WDT", "PRP", "PRP$", "WP", "EX",
	"CC", "CD", "UH", "POS", ".", ",", ":", "-LRB-", "-RRB-", "HYPH", "``", "''", "SYM", "ADD", "FW"
};

const char *const news_pos_universal[NEWS_NPOS] = {
	"NOUN", "NOUN", "PROPN", "PROPN", "ADJ", "ADJ", "ADJ", "ADJ", "ADV", "ADV", "ADV", "ADV", "PART", "VERB", "VERB", "VERB", "VERB", "VERB",
	"VERB", "AUX", "AUX", "AUX", "AUX", "AUX", "AUX", "AUX", "ADP", "ADP", "SCONJ", "PART", "DET", "DET", "DET", "PRON", "PRON", "PRON", "PRON",
	"PRON", "PRON", "PRON", "CCONJ", "NUM", "INTJ", "PART", "PUNCT", "PUNCT", "PUNCT", "PUNCT", "PUNCT", "PUNCT", "PUNCT", "PUNCT", "SYM",
	"PROPN", "X"
};

const char *const news_relation_names[NEWS_NRELATIONS] = {
	"root", "nsubj", "nsubj:pass", "csubj", "obj", "iobj", "obl", "obl:agent", "obl:unmarked", "ccomp", "xcomp", "advcl", "advmod", "aux",
	"aux:pass", "cop", "mark", "case", "det", "amod", "nummod", "nmod", "nmod:poss", "nmod:unmarked", "nmod:desc", "compound",
	"compound:prt", "flat", "fixed", "appos", "acl", "acl:relcl", "conj", "cc", "expl", "parataxis", "discourse", "punct", "dep"
};
