#include "core/reply/reply.hpp"

#include "core/reply/email.hpp"
#include "core/reply/typed.hpp"
#include "core/reply/visible.hpp"
#include "core/reply/website.hpp"
#include "core/unicode/blank.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <optional>

namespace broadside::reply {
namespace {

std::optional<Fault> fault_of_name(const std::string& name) {
  if (unicode::is_blank(name))
    return Fault::missing;
  if (code_points(name) > longest_name)
    return Fault::too_long;
  if (holds_control(name) || !holds_letter(name))
    return Fault::malformed;
  return std::nullopt;
}

// Each of these functions turns its field into the form that is kept, if it is valid.
std::optional<Fault> fault_of_email(std::string& email) {
  if (email.empty())
    return Fault::missing;
  if (code_points(email) > longest_email)
    return Fault::too_long;
  auto address = as_email(email);
  if (!address)
    return Fault::malformed;
  // The address may be longer after case folding.
  if (code_points(*address) > longest_email)
    return Fault::too_long;
  email = std::move(*address);
  return std::nullopt;
}

std::optional<Fault> fault_of_website(std::string& website) {
  if (website.empty())
    return std::nullopt;
  if (code_points(website) > longest_website)
    return Fault::too_long;
  auto address = holds_control(website) ? std::nullopt : as_website(website);
  if (!address)
    return Fault::malformed;
  // The address may be longer after percent-encoding.
  if (address->size() > longest_website)
    return Fault::too_long;
  website = std::move(*address);
  return std::nullopt;
}

std::optional<Fault> fault_of_text(const std::string& text) {
  if (unicode::is_blank(text))
    return Fault::missing;
  if (code_points(text) > longest_text)
    return Fault::too_long;
  if (!is_visible(text))
    return Fault::missing;
  return std::nullopt;
}

} // namespace

const std::string& Draft::operator[](Field field) const {
  switch (field) {
  case Field::name:
    return name;
  case Field::email:
    return email;
  case Field::website:
    return website;
  default:
    return text;
  }
}

tl::expected<Draft, std::vector<Problem>> validate(const Draft& draft) {
  Draft kept = {clean_line(draft.name), clean_line(draft.email), clean_line(draft.website), clean_text(draft.text)};
  std::vector<Problem> problems;
  const auto note = [&](Field field, std::optional<Fault> fault) {
    if (fault)
      problems.push_back({field, *fault});
  };
  note(Field::name, fault_of_name(kept.name));
  note(Field::email, fault_of_email(kept.email));
  note(Field::website, fault_of_website(kept.website));
  note(Field::text, fault_of_text(kept.text));
  if (!problems.empty())
    return tl::unexpected(std::move(problems));
  return kept;
}

} // namespace broadside::reply
