#include "publish/pages/locale.hpp"

#include <catch2/catch.hpp>

using broadside::publish::locale;

TEST_CASE("A locale has the territory of its tag, or the one where the language is mostly read") {
  CHECK(locale("en") == "en_US");
  CHECK(locale("en-GB") == "en_GB");
  CHECK(locale("pt") == "pt_BR");
  CHECK(locale("zh-Hans") == "zh_CN");
  CHECK(locale("zh-Hant") == "zh_TW");
  CHECK(locale("zh-Hant-HK") == "zh_HK");
  CHECK(locale("sr-Latn") == "sr_RS");
  CHECK(locale("es-419") == "es_LA");
  CHECK(locale("en-001") == "en_US");
  CHECK(locale("pcm") == "pcm_NG");
  CHECK(locale("de-1996") == "de_DE");
  CHECK(locale("qaa") == "qaa");
  CHECK(locale("und") == "und");
}
