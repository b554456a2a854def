#include "server/api/submission.hpp"

#include "core/json/cursor.hpp"
#include "server/api/address.hpp"

#include <algorithm>

namespace broadside::server::api {

namespace {

Problem malformed(std::string detail) { return {ProblemType::malformed, std::move(detail)}; }

bool is_key_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
}

/// Long enough that two writers do not choose the same one by chance.
bool is_key(const std::string& key) {
  return key.size() >= 16 && key.size() <= 64 && std::all_of(key.begin(), key.end(), is_key_character);
}

tl::expected<Submission, Problem> with_good_key(Submission submission) {
  if (submission.key.empty() || is_key(submission.key))
    return submission;
  return tl::unexpected(malformed("key: must be 16 to 64 of a-z, A-Z, 0-9, - and _"));
}

} // namespace

tl::expected<Submission, Problem> read_json(std::string_view body) {
  const auto document = json::parse(body);
  if (!document)
    return tl::unexpected(malformed(document.error().where + ": " + document.error().message));

  json::Reading reading;
  const json::Cursor root(*document, reading);
  // Lengths are for reply::validate to judge, and members that are missing too.
  const auto text = [&](std::string_view name) { return root[name].string(json::Presence::optional, body.size()); };
  Submission submission{{text("name"), text("email"), text("website"), text("text")}, text("key"), text("language")};
  if (reading.error)
    return tl::unexpected(malformed(reading.error->where + ": " + reading.error->message));
  return with_good_key(std::move(submission));
}

tl::expected<Submission, Problem> read_form(std::string_view body) {
  const auto form = Parameters::parse(body);
  if (!form)
    return tl::unexpected(malformed("The form is not well encoded, or not in UTF-8."));
  return with_good_key({{(*form)["name"], (*form)["email"], (*form)["website"], (*form)["text"]}, (*form)["key"], {}});
}

} // namespace broadside::server::api
