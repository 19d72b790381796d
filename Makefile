# Stemmeboks. `make run` shows it, `make check` proves it; see README.md.
#
# Every folder of kiosk/ is a layer and becomes one library; a program links the
# layers it may use and no others. CFLAGS, CC and BUILD may be set from outside:
# make CC=clang BUILD=build/clang check

BUILD    ?= build
CC       ?= cc
VERSION  ?= 0.1.0
PREFIX   ?= /usr/local
DATADIR  ?= $(PREFIX)/share/stemmeboks
OPT      ?= -O2 -g
WARN     := -Wall -Wextra -Werror -Wshadow -Wstrict-prototypes \
            -Wmissing-prototypes -Wpointer-arith -Wwrite-strings -Wvla \
            -Wformat=2 -Wundef
SAFE     := -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
# The same program wherever it was built: no name of a folder gets into it.
SAME     := '-ffile-prefix-map=$(CURDIR)=.'
override CFLAGS += -std=c11 -D_GNU_SOURCE $(OPT) $(WARN) $(SAFE) $(SAME) $(SAN) -MMD -MP \
            -Ikiosk -I. -I$(BUILD)/gen
# A program names only the libraries it calls: the hall has no use for speech.
override LDFLAGS += -pie -Wl,-z,relro,-z,now -Wl,--as-needed $(SAN)

# What each layer needs from outside, by pkg-config name.
PKG_core   := libsodium
PKG_rules  := gmp
PKG_words  :=
PKG_store  := sqlite3 jansson libsodium
PKG_roll   := libpq libsodium
PKG_counting :=
PKG_machine := libsodium
PKG_scan   := sdl2 zbar libpng libjpeg libsodium
PKG_ears   := sdl2 espeak-ng libsodium
PKG_ui     := sdl2 SDL2_ttf fribidi harfbuzz cairo libqrencode
PKG_voter  :=
PKG_panel  :=
PKG_hall   :=
PKG_app    := sdl2 libsodium libsystemd jansson
PKG_tools  := pangocairo pangoft2 fontconfig cairo libqrencode jansson inih libsodium libpng libjpeg libzip expat
LIBS_ears  := -lm
LIBS_ui    := -lunibreak -lm
LIBS_tools := -lcsv -lz -lm

LAYERS := core rules words store roll counting machine scan ears ui voter panel hall app
# A layer's library and those under it, in link order.
LINK_core  := core
LINK_rules := rules core
LINK_words := words core
LINK_store := store core
LINK_roll  := roll store core
LINK_counting := counting store rules core
LINK_machine := machine store core
LINK_scan  := scan core
LINK_ears  := ears core
LINK_ui    := ui core
LINK_voter := voter ui words core
LINK_panel := panel ui words core
LINK_hall  := hall ui words core
LINK_app   := app voter panel hall scan ears ui machine roll counting store rules words core
LINK_tools := tools machine roll counting store rules words core

pkgs  = $(sort $(foreach layer,$(LINK_$(1)),$(PKG_$(layer))))
libs  = $(if $(call pkgs,$(1)),$(shell pkg-config --libs $(call pkgs,$(1)))) \
        $(foreach layer,$(LINK_$(1)),$(LIBS_$(layer)))
archives = $(foreach layer,$(LINK_$(1)),$(BUILD)/$(layer).a)

MAINS := kiosk/app/kiosk_main.c kiosk/app/hall_main.c tools/stemmeboks_main.c
src_of = $(filter-out $(MAINS),$(sort $(wildcard kiosk/$(1)/*.c)))
SRC_tools := $(sort $(wildcard tools/*/*.c))
obj    = $(patsubst %.c,$(BUILD)/%.o,$(1))

PROGRAMS := $(BUILD)/stemmeboks $(BUILD)/stemmeboks-kiosk $(BUILD)/stemmeboks-hall
CATALOGUES := $(patsubst assets/lang/%.po,$(BUILD)/lang/%/LC_MESSAGES/stemmeboks.mo,$(wildcard assets/lang/*.po))
# All that residents see, for those who translate and for `stemmeboks language`.
RESIDENTS := $(BUILD)/lang/residents.pot

.PHONY: all programs deps deps-all run check bench asan tidy format format-check layers \
        golden-update coverage install uninstall dist deb clean tests words-update words-check demo \
        torture fuzz fuzzers pictures
.DELETE_ON_ERROR:
.SECONDARY:

all: programs

programs: $(PROGRAMS) $(CATALOGUES) $(RESIDENTS)

ALL_PKGS := $(sort $(foreach layer,$(LAYERS) tools,$(PKG_$(layer))))
PKG_CFLAGS := $(shell pkg-config --cflags $(ALL_PKGS) 2>/dev/null)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(PKG_CFLAGS) -DSTEMMEBOKS_DATADIR='"$(DATADIR)"' \
	  -DSTEMMEBOKS_VERSION='"$(VERSION)"' -c -o $@ $<

# The schema is SQL in the tree and a string in the program.
$(BUILD)/gen/schema.h: kiosk/store/schema.sql
	@mkdir -p $(@D)
	sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/^/"/' -e 's/$$/\\n"/' $< > $@
$(call obj,$(wildcard kiosk/store/*.c)): | $(BUILD)/gen/schema.h

$(BUILD)/gen/server_schema.h: kiosk/roll/server.sql
	@mkdir -p $(@D)
	sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/^/"/' -e 's/$$/\\n"/' $< > $@
$(call obj,$(wildcard kiosk/roll/*.c)): | $(BUILD)/gen/server_schema.h

define layer_rule
$(BUILD)/$(1).a: $(call obj,$(call src_of,$(1)))
	@rm -f $$@
	ar rcs $$@ $$^
endef
$(foreach layer,$(LAYERS),$(eval $(call layer_rule,$(layer))))
$(BUILD)/tools.a: $(call obj,$(SRC_tools))
	@rm -f $@
	ar rcs $@ $^

$(BUILD)/stemmeboks: $(BUILD)/tools/stemmeboks_main.o $(call archives,tools)
	$(CC) $(LDFLAGS) -o $@ $^ $(call libs,tools)
$(BUILD)/stemmeboks-kiosk: $(BUILD)/kiosk/app/kiosk_main.o $(call archives,app)
	$(CC) $(LDFLAGS) -o $@ $^ $(call libs,app)
$(BUILD)/stemmeboks-hall: $(BUILD)/kiosk/app/hall_main.o $(call archives,app)
	$(CC) $(LDFLAGS) -o $@ $^ $(call libs,app)

$(BUILD)/lang/%/LC_MESSAGES/stemmeboks.mo: assets/lang/%.po
	@mkdir -p $(@D)
	msgfmt --check --check-accelerators=_ -o $@ $<
$(RESIDENTS): tools/dev/words-update.sh kiosk/core/status.def \
              $(wildcard $(foreach folder,voter words hall ears,kiosk/$(folder)/*.c kiosk/$(folder)/*.def) tools/slips/*.c tools/paper/paper_wall*.c)
	@mkdir -p $(@D)
	tools/dev/words-update.sh --residents > $@

# Pictures as `build` makes them, for tests and benches: under their own names.
PICTURES := $(wildcard assets/demo/images/*.png) tests/data/ui/field.png \
            $(addprefix tests/data/import/images/images/,good.png good.jpg progressive.jpg turned.jpg)
$(BUILD)/plain: $(BUILD)/tests/lib/plain_main.o $(call archives,tools)
	$(CC) $(LDFLAGS) -o $@ $^ $(call libs,tools)
$(BUILD)/pictures/SHA256SUMS: $(BUILD)/plain $(PICTURES)
	@rm -rf $(@D)
	@mkdir -p $(@D)
	ASAN_OPTIONS=detect_leaks=0 $< $(@D) $(PICTURES)
	cd $(@D) && sha256sum *.png *.jpg > SHA256SUMS

# ---- tests: tests/unit/LAYER/test_*.c link what that layer may use ----------

TEST_LAYERS := core rules words store roll counting machine scan ears ui voter panel hall app tools
TEST_LIB_SRC := $(sort $(wildcard tests/lib/*.c))
test_bins = $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(sort $(wildcard tests/unit/$(1)/test_*.c)))
define test_rule
$(call test_bins,$(1)): $(BUILD)/tests/%: $(BUILD)/tests/unit/%.o $(call archives,$(1))
	@mkdir -p $$(@D)
	$$(CC) $$(LDFLAGS) -o $$@ $$(filter %.o,$$^) $$(filter %.a,$$^) $$(call libs,$(1)) $$(TEST_LIBS_$(1)) -lcmocka
endef
$(foreach layer,$(TEST_LAYERS),$(eval $(call test_rule,$(layer))))
# Helpers shared by tests: bolbro.c, ballots.c and quick_folder.c by all, LAYER_*.c by those of a
# layer, and what TEST_LIB_layer names.
TEST_LIB_core  := any_pot
TEST_LIB_words := pseudo
TEST_LIB_ui    := demo_pictures golden layout contrast
TEST_LIB_voter := demo_pictures shown_pixels golden layout display pseudo any_pot contrast
TEST_LIB_panel := golden layout display
TEST_LIB_hall  := demo_pictures shown_pixels golden layout display pseudo
TEST_LIB_tools := calls disk_tree disk_log disk_log_leave demo_pictures store_fixture store_kiosks rules_case rules_election any_pot roll_cluster roll_hall
TEST_LIB_app   := calls golden layout maker_case roll_cluster roll_hall store_fixture store_fault display ears_case demo_pictures voter_meeting voter_case
TEST_LIB_counting := store_fixture
test_lib = $(sort $(wildcard tests/lib/bolbro.c tests/lib/ballots.c tests/lib/quick_folder.c tests/lib/$(1)_*.c \
             $(foreach name,$(TEST_LIB_$(1)),tests/lib/$(name).c)))
define test_lib_rule
$(call test_bins,$(1)): $(call obj,$(call test_lib,$(1)))
endef
$(foreach layer,$(TEST_LAYERS),$(eval $(call test_lib_rule,$(layer))))
# These stand in for parts of the C library, so in these tests alone.
$(BUILD)/tests/store/test_power: $(BUILD)/tests/lib/power.o
$(BUILD)/tests/store/test_scarce: $(BUILD)/tests/lib/scarce.o
# This does in a program that runs beside its test.
$(BUILD)/scarce.so: tests/preload/scarce.c tests/preload/scarce.h
	@mkdir -p $(@D)
	$(CC) $(filter-out $(SAN) $(SAFE),$(CFLAGS)) -I. -fPIC -shared -o $@ $<
$(BUILD)/tests/app/test_start_scarce: | $(BUILD)/scarce.so $(PROGRAMS)
# And this for SDL's clock.
$(BUILD)/tests/app/test_kiosk_evening: $(BUILD)/tests/lib/fast_time.o $(BUILD)/tests/lib/figures.o
# And this for the sums: as if the box changed between two looks at it.
$(BUILD)/tests/counting/test_pot_election: TEST_LIBS_counting := -Wl,--wrap=box_tally
$(BUILD)/tests/app/test_kiosk_trouble $(BUILD)/tests/app/test_kiosk_killed: $(BUILD)/tests/lib/fast_time.o
# Photos of slips are made by the tests.
TEST_LIBS_scan := -lqrencode -lm
# What a reference found in real elections is JSON.
TEST_LIBS_rules := -ljansson
TEST_LIBS_roll := -lm
UNIT_TESTS := $(foreach layer,$(TEST_LAYERS),$(call test_bins,$(layer)))

# Bytes from strangers: tests/fuzz/NAME.c is a target for clang's libFuzzer and, with
# replay.c, a test that plays its corpus again.
FUZZ := scan ini csv funding catalogue picture pixels meeting pabulib sheet
FUZZ_TESTS := $(FUZZ:%=$(BUILD)/tests/fuzz/test_%)
$(FUZZ_TESTS): $(BUILD)/tests/fuzz/test_%: $(BUILD)/tests/fuzz/%.o $(BUILD)/tests/fuzz/replay.o \
               $(BUILD)/tests/fuzz/fuzz.o $(call archives,tools)
	$(CC) $(LDFLAGS) -o $@ $^ $(call libs,tools) -lcmocka
$(BUILD)/tests/fuzz/test_meeting: | $(BUILD)/fuzz-corpus/meeting
$(BUILD)/fuzz-corpus/meeting: $(BUILD)/stemmeboks tests/fuzz/seeds.sh
	tests/fuzz/seeds.sh $(BUILD)
FUZZERS := $(FUZZ:%=$(BUILD)/fuzz/%)
$(FUZZERS): $(BUILD)/fuzz/%: $(BUILD)/tests/fuzz/%.o $(BUILD)/tests/fuzz/fuzz.o $(call archives,tools)
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) -fsanitize=fuzzer -o $@ $^ $(call libs,tools)
fuzzers: programs $(FUZZERS)

# Fingers for the touch test.
$(BUILD)/tinject: $(BUILD)/tests/e2e/tinject.o
	$(CC) $(LDFLAGS) -o $@ $^

# And for the booth's: a module of weston, which the compositor loads.
$(BUILD)/hands.so: tests/e2e/hands.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_GNU_SOURCE $(OPT) $(WARN) -fPIC -shared -o $@ $< \
	  $(subst -I,-isystem ,$(shell pkg-config --cflags weston libweston-10 2>/dev/null))

tests: programs $(UNIT_TESTS) $(FUZZ_TESTS) $(BUILD)/tinject $(BUILD)/hands.so $(BUILD)/pictures/SHA256SUMS

# Measured programs: tests/bench/NAME.c, with the layers it may use.
BENCHES := $(foreach name,plain touch shown frame hall_frame pace cast count box pabulib rules shares roll_load,$(BUILD)/bench/$(name))
$(BUILD)/bench/plain: $(BUILD)/tests/bench/plain.o
$(BUILD)/bench/touch: $(BUILD)/tests/bench/touch.o
$(BUILD)/bench/shown: $(BUILD)/tests/bench/shown.o
$(BUILD)/bench/frame: $(BUILD)/tests/bench/frame.o $(call archives,ui)
$(BUILD)/bench/hall_frame: $(BUILD)/tests/bench/hall_frame.o $(BUILD)/tests/lib/bolbro.o $(call archives,hall)
$(BUILD)/bench/pace: $(BUILD)/tests/bench/pace.o $(BUILD)/tests/lib/bolbro.o $(BUILD)/tests/lib/voter_meeting.o \
                     $(BUILD)/tests/lib/demo_pictures.o $(call archives,voter)
$(BUILD)/bench/cast: $(BUILD)/tests/bench/cast.o $(BUILD)/tests/lib/bolbro.o $(call archives,store)
$(BUILD)/bench/box: $(BUILD)/tests/bench/box.o $(BUILD)/tests/lib/bolbro.o $(call archives,store)
$(BUILD)/bench/count: $(BUILD)/tests/bench/count.o $(BUILD)/tests/lib/bolbro.o $(call archives,rules)
$(BUILD)/bench/shares: $(BUILD)/tests/bench/shares.o $(BUILD)/tests/lib/bolbro.o $(call archives,rules)
$(BUILD)/bench/rules: $(BUILD)/tests/bench/rules.o $(call archives,rules)
$(BUILD)/bench/pabulib: $(BUILD)/tests/bench/pabulib.o $(call archives,tools)
$(BUILD)/bench/roll_load: $(BUILD)/tests/bench/roll_load.o $(BUILD)/tests/lib/roll_cluster.o $(BUILD)/tests/lib/quick_folder.o $(BUILD)/tests/lib/bolbro.o $(call archives,roll)
$(BENCHES): $(BUILD)/tests/bench/measure.o
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) -o $@ $^ $(call libs,app) $(call libs,tools) -lX11 -lXtst -lcmocka

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)

# ---- the commands people use --------------------------------------------------

deps:
	@tools/dev/install-packages.sh
deps-all:
	@tools/dev/install-packages.sh all

# Builds use every core unless -j was given.
JOBS = $(if $(findstring j,$(firstword -$(MAKEFLAGS))),,-j$(shell nproc))

run: deps
	@$(MAKE) --no-print-directory $(JOBS) programs
	@tools/dev/run.sh $(BUILD)

check: deps-all
	@$(MAKE) --no-print-directory $(JOBS) tests
	@tests/run.sh $(BUILD)

bench: deps-all
	@$(MAKE) --no-print-directory programs $(BENCHES) $(BUILD)/pictures/SHA256SUMS
	@tests/bench/run.py $(BUILD)

# With sanitizers gcc sees members of one struct overlap.
asan: deps-all
	@$(MAKE) --no-print-directory $(JOBS) BUILD=$(BUILD)/asan OPT='-O1 -g -fno-omit-frame-pointer -Wno-restrict' \
	  SAN='-fsanitize=address,undefined -fno-sanitize-recover=all' SAFE='-fPIE' tests
	@tests/run.sh $(BUILD)/asan

# Bytes by chance, FUZZ_SECONDS for every target of tests/fuzz.
FUZZ_SECONDS ?= 600
fuzz: deps-all
	@$(MAKE) --no-print-directory $(JOBS) BUILD=$(BUILD)/fuzzing CC=clang OPT='-O1 -g' SAFE='-fPIE' \
	  SAN='-fsanitize=fuzzer-no-link,address,undefined' LDFLAGS='-pie -fsanitize=address,undefined' fuzzers
	@tests/fuzz/torture.sh $(BUILD)/fuzzing $(FUZZ_SECONDS)

# The long forms: power cut at every write of a hundred casts and the like, then fuzz.
torture: deps-all
	@$(MAKE) --no-print-directory $(JOBS) tests
	@STEMMEBOKS_TORTURE=100 tests/run.sh $(BUILD) torture
	@$(MAKE) --no-print-directory fuzz

tidy: deps-all
	@tools/dev/tidy.sh

FORMATTED := $(shell git ls-files -co --exclude-standard '*.c' '*.h' 2>/dev/null)
format:
	clang-format -i $(FORMATTED)
format-check: deps-all
	clang-format --dry-run -Werror $(FORMATTED)

layers:
	@tools/dev/layers.sh

golden-update: deps-all
	@$(MAKE) --no-print-directory tests
	@GOLDEN_UPDATE=1 tests/run.sh $(BUILD) golden

coverage: deps-all
	@$(MAKE) --no-print-directory $(JOBS) BUILD=$(BUILD)/coverage OPT='-O0 -g' SAN='--coverage' SAFE='-fPIE' tests
	@tests/run.sh $(BUILD)/coverage unit
	@tools/dev/coverage.sh $(BUILD)/coverage

# The pictures that the README shows.
pictures: deps-all
	@$(MAKE) --no-print-directory $(JOBS) programs
	@tools/dev/pictures.sh $(BUILD)

words-update:
	@tools/dev/words-update.sh
words-check:
	@tools/dev/words-update.sh --check

install: programs
	@tools/dev/install.sh $(BUILD) "$(DESTDIR)" "$(PREFIX)" "$(DATADIR)"

dist:
	@tools/dev/dist.sh

deb: deps-all
	@tools/dev/deb.sh $(BUILD)

clean:
	rm -rf $(BUILD)
