#include "core/language/direction.hpp"

#include <catch2/catch.hpp>

using namespace broadside::language;

TEST_CASE("The direction is that of the script, or of the usual script of the language") {
  for (const char* tag :
       {"ar",      "ar-EG",      "ary", "arz", "he", "iw", "fa", "ur", "ur-PK",      "AR",  "az-Arab",
        "AZ-ARAB", "ku-Arab-IQ", "ckb", "sdh", "ps", "yi", "ji", "dv", "ff-Adlm-GN", "nqo", "und-Hebr"})
    CHECK(direction(tag) == Direction::rtl);
  for (const char* tag : {"en", "es", "az", "ku", "ku-Latn", "ar-Latn", "ar-Latn-EG", "zh-Hant", "zh-TW", "arn", "fil",
                          "ff", "und", "x-ar", "qaa", "tlh"})
    CHECK(direction(tag) == Direction::ltr);
}

TEST_CASE("A language that is written in both directions has that of its region") {
  for (const char* tag : {"pa-PK", "az-IR", "uz-AF", "ms-CC", "ku-IQ", "kk-CN", "pa-pk", "az-IR-u-nu-arab"})
    CHECK(direction(tag) == Direction::rtl);
  for (const char* tag : {"pa-IN", "az-AZ", "uz-UZ", "ms-MY", "sd-IN", "ug-KZ", "pa-Guru-PK"})
    CHECK(direction(tag) == Direction::ltr);
}
