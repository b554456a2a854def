#include "publish/values/slips.hpp"

#include "core/ascii.hpp"

#include <algorithm>
#include <vector>

namespace broadside::publish {
namespace {

// These are members of Jekyll, Hugo, Zola, Eleventy, Hexo, Astro, Decap, Ghost and Pandoc. Texts that come from there
// have them on purpose, and some are near enough to ours to be taken for slips. They are in lower case, in which they
// are compared.
constexpr std::string_view members_of_other_systems[] = {
    "abstract",       "alias",         "aliases",        "banner",     "bibliography", "canonical",
    "canonicalurl",   "categories",    "category",       "comments",   "cover",        "css",
    "data",           "description",   "excerpt",        "expirydate", "extra",        "featured",
    "featured_image", "feature_image", "hero",           "hidden",     "id",           "image",
    "images",         "keywords",      "lang",           "language",   "lastmod",      "layout",
    "linktitle",      "locale",        "math",           "menu",       "meta",         "mode",
    "name",           "nav",           "nav_order",      "order",      "outputs",      "pagination",
    "parent",         "path",          "permalink",      "pubdate",    "publishdate",  "section",
    "series",         "sidebar",       "sitemap",        "slug",       "status",       "subtitle",
    "summary",        "tag",           "tags",           "taxonomies", "template",     "thumbnail",
    "title_image",    "toc",           "translationkey", "type",       "updated",      "url",
    "version",        "visibility",    "weight"};

// Returns the number of letters that must be removed, added, changed, or swapped with their neighbour, to turn one text
// into the other. Source: the optimal string alignment distance (Boytsov 2011, section 2.2).
std::size_t distance(std::string_view one, std::string_view other) {
  std::vector<std::vector<std::size_t>> table(one.size() + 1, std::vector<std::size_t>(other.size() + 1));
  for (std::size_t i = 0; i <= one.size(); ++i)
    for (std::size_t j = 0; j <= other.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = i + j;
        continue;
      }
      const std::size_t change = one[i - 1] == other[j - 1] ? 0 : 1;
      table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
        table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
    }
  return table[one.size()][other.size()];
}

// In a short name, two letters are half of it: "note" is not a slip of "date".
std::size_t most_slips(std::string_view known) { return known.size() < 6 ? 1 : 2; }

} // namespace

std::optional<std::string> meant_by(std::string_view written, Names known) {
  const std::string name = lowered(written);
  constexpr std::size_t longest = 40; // the table of a longer one is work for nothing
  if (name.starts_with("x-") || name.size() > longest ||
      std::find(std::begin(members_of_other_systems), std::end(members_of_other_systems), name) !=
          std::end(members_of_other_systems))
    return std::nullopt;
  std::optional<std::string> nearest;
  std::size_t least = longest;
  for (const std::string_view candidate : known) {
    const std::size_t slips = distance(name, candidate);
    if (slips <= most_slips(candidate) && slips < least) {
      nearest = candidate;
      least = slips;
    }
  }
  return nearest;
}

void warn_of_slips(const Fields& fields, Names known, Faults& faults) {
  for (const auto& [name, location] : fields.names()) {
    if (std::find(known.begin(), known.end(), name) != known.end())
      continue;
    if (const auto meant = meant_by(name, known))
      faults.warn(location, "unknown-member",
                  fields.path(name) + ": is not a member that Broadside knows; " + fields.path(*meant) +
                      " was probably meant. Begin the name of a member of your own with \"x-\"");
  }
}

} // namespace broadside::publish
