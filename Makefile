# news_entities: people, organizations, places, dates and events in news text, inside PostgreSQL
#
#   make             build the extension for the PostgreSQL of PG_CONFIG
#   make install     install it there
#   make installcheck  run the SQL tests against a running server
#   make demo        everything from nothing, on a fresh Debian machine: see README.md
#   make check       all tests, in private clusters
#   make model DATA=folder  train the tagger anew

EXTENSION = news_entities
MODULE_big = news_entities
DATA = $(wildcard extension/news_entities--*.sql)

PG_CONFIG ?= pg_config

ifneq (,$(filter demo check clean-build,$(MAKECMDGOALS)))
# These set up what they need by themselves, even PostgreSQL.
demo:
	@test/demo/run.sh '$(CORPUS)'
check:
	@test/check.sh
.PHONY: demo check
else

ENGINE = $(wildcard src/engine/*.c src/engine/*/*.c)
LEXICON_TABLES = $(wildcard src/lexicon/*)
LEXC_SOURCES = $(wildcard tools/lexc/*.c) src/engine/base/host.c $(addprefix src/engine/text/,token.c chars.c fold.c vocab.c) src/engine/article/words.c src/engine/names/sound.c
# each module of tools/lexc that has a room's tables writes ROOM_data.c
LEXICON = $(patsubst tools/lexc/%.c,build/lexicon/%_data.c,$(filter-out %/lexc.c %/words.c %_automaton.c $(wildcard tools/lexc/names_*.c),$(wildcard tools/lexc/*.c))) build/lexicon/vocab_data.c

# The wordbook and the model of the tagger, compressed; "make model" makes them anew.
EMBEDDED = build/lexicon/tagger_words.c build/lexicon/tagger_model.c

OBJS = $(ENGINE:.c=.o) $(patsubst %.c,%.o,$(wildcard src/pg/*.c)) $(LEXICON:.c=.o) $(EMBEDDED:.c=.o)

NEWS_VERSION = $(shell sed -n "s/^default_version = '\(.*\)'/\1/p" news_entities.control)

# PostgreSQL's own flags name ICU and libxml2 only where it was built with them.
LIBRARIES = icu-i18n icu-uc libxml-2.0 zlib
LIBRARY_LIBS = $(shell pkg-config --libs $(LIBRARIES))

PG_CPPFLAGS = -DNEWS_VERSION='"$(NEWS_VERSION)"' -Isrc/engine -Isrc/pg $(shell pkg-config --cflags $(LIBRARIES))
PG_CFLAGS = -std=gnu11 -Wall -Wextra -Wno-unused-parameter -Wno-declaration-after-statement
SHLIB_LINK = $(LIBRARY_LIBS)

# A file a topic; each finds the extension created, and shares the database with the others.
REGRESS_OPTS = --load-extension=news_entities --encoding=UTF8 --no-locale
REGRESS = $(sort $(patsubst sql/%.sql,%,$(wildcard sql/*.sql)))
EXTRA_CLEAN = build/lexicon build/lexc build/embed

# JIT never inlines the engine, and bitcode doubles the time of the build.
override with_llvm = no

PGXS := $(shell $(PG_CONFIG) --pgxs)
include $(PGXS)

# The compiler of the lexicon runs on this machine and knows nothing of PostgreSQL.
build/lexc: $(LEXC_SOURCES) $(wildcard tools/lexc/*.h src/engine/*/*.h)
	@mkdir -p build
	$(CC) -std=gnu11 -O1 -Wall -Wextra -Isrc/engine -Itools/lexc -o $@ $(LEXC_SOURCES) $(LIBRARY_LIBS)

build/lexicon/stamp: build/lexc $(LEXICON_TABLES)
	@mkdir -p build/lexicon
	build/lexc src/lexicon build/lexicon
	@touch $@

$(LEXICON): build/lexicon/stamp ;

build/embed: tools/embed.c
	@mkdir -p build
	$(CC) -std=gnu11 -O1 -Wall -Wextra -o $@ $<

build/lexicon/tagger_%.c: src/lexicon/tagger_%.gz build/embed
	@mkdir -p build/lexicon
	gzip -dc $< | build/embed news_tagger_$* > $@.tmp && mv $@.tmp $@

# All generated sources: what the engine's test programs need.
.PHONY: lexicon
lexicon: build/lexicon/stamp $(EMBEDDED)

# Anew from data: the tagger's wordbook and its model.
.PHONY: model
model: $(filter-out src/pg/%,$(OBJS))
	CC="$(CC)" OBJECTS="$^" tools/model/build.sh $(DATA)

# A change of any header builds anew what is cheap to build.
$(OBJS): $(wildcard src/engine/*.h src/engine/*/*.h src/pg/*.h)

endif
