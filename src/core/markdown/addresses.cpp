#include "core/markdown/addresses.hpp"

namespace broadside::markdown {

std::optional<html::Url> link_address(std::string_view text, const Options& options, const Ids& ids) {
  auto url = html::Url::check(text, options.base);
  const bool is_place = url && url->text().size() > 1 && url->text().front() == '#';
  return is_place && options.profile == Profile::article ? ids.link_to(*url) : url;
}

} // namespace broadside::markdown
