# The engine without PostgreSQL, as test programs link it.  A makefile that
# includes this sets
#   OUT       folder for objects, below build/
#   CC        compiler
#   SANITIZE  flags of the sanitizers
# and links $(OUT)/libengine.a with $(LINK).  Every object is compiled once and
# knows its headers, so that a second run only links.

TOP := $(abspath $(dir $(lastword $(MAKEFILE_LIST)))/..)

GENERATED = $(TOP)/build/lexicon
ENGINE_C := $(shell find $(TOP)/src/engine -name '*.c' | sort)
LEXICON_C := $(sort $(wildcard $(GENERATED)/*.c))

ICU_CFLAGS := $(shell pkg-config --cflags icu-uc icu-i18n)
ICU_LIBS := $(shell pkg-config --libs icu-uc icu-i18n)

CPPFLAGS += -I$(TOP)/src/engine -I$(GENERATED) -I$(TOP)/test/unit $(ICU_CFLAGS) $(shell xml2-config --cflags) -D_GNU_SOURCE -DLARGE_REQUEST=8
WARN = -Wall -Wextra -Werror
CFLAGS = -std=c11 -O1 -g -fno-omit-frame-pointer $(WARN) $(SANITIZE)
LINK = $(OUT)/libengine.a $(ICU_LIBS) -lxml2 -lm

ENGINE_O := $(patsubst $(TOP)/%.c,$(OUT)/%.o,$(ENGINE_C)) \
	$(patsubst $(GENERATED)/%.c,$(OUT)/lexicon/%.o,$(LEXICON_C))

$(OUT)/libengine.a: $(ENGINE_O)
	@rm -f $@
	@ar rcs $@ $^

$(OUT)/%.o: $(TOP)/%.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(OUT)/lexicon/%.o: $(GENERATED)/%.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

-include $(shell find $(OUT) -name '*.d' 2>/dev/null)
