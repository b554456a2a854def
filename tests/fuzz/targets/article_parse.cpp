// Checks that an article.json that is read, written and read again stays the same.

#include "oracle/input.hpp"
#include "oracle/tree.hpp"

#include "core/article/article.hpp"

using namespace broadside;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto article = article::parse(fuzz::Input(data, size).text());
  if (!article)
    return 0;
  const auto written = article::write(*article, std::vector<std::string>(article->translations.size()));
  const auto again = article::parse(written);
  if (!again)
    fuzz::fail("an article is refused that was just written", again.error().where + " of " + written);
  if (article::write(*again, std::vector<std::string>(again->translations.size())) != written)
    fuzz::fail("another article when read again", written);
  return 0;
}
