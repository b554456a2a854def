#include "server/api/submission.hpp"

#include "core/json/cursor.hpp"
#include "server/api/negotiation.hpp"

#include <boost/beast/core/string.hpp>

namespace broadside::server::api {

namespace {

using replies::Submission;

tl::unexpected<Problem> malformed(std::string detail) {
  return tl::make_unexpected(Problem{ProblemType::malformed, std::move(detail)});
}

tl::expected<Submission, Problem> with_key(Submission submission, std::string key) {
  if (key.empty())
    return submission;
  submission.key = replies::Key::parse(std::move(key));
  if (!submission.key)
    return malformed("key: must be 16 to 64 of a-z, A-Z, 0-9, - and _");
  return submission;
}

tl::expected<Submission, Problem> read_json(std::string_view body) {
  const auto document = json::parse(body);
  if (!document)
    return malformed(document.error().where + ": " + document.error().message);

  json::Reading reading;
  const json::Cursor root(*document, reading);
  // reply::validate judges lengths and missing members.
  const auto text = [&](std::string_view name) { return root[name].string(json::Presence::optional, body.size()); };
  Submission submission{.draft = reply::read_draft(text), .language = text("language"), .parent = text("parent")};
  auto key = text("key");
  if (reading.error)
    return malformed(reading.error->where + ": " + reading.error->message);
  return with_key(std::move(submission), std::move(key));
}

/// Reads the form that a browser sends without script. Its address names the language of the page on which the form
/// stands, and the reply that it answers.
tl::expected<Submission, Problem> read_form(std::string_view body, const Parameters& address) {
  const auto form = Parameters::parse(body);
  if (!form)
    return malformed("The form is not well encoded, or not in UTF-8.");
  const auto field = [&](std::string_view name) { return (*form)[name]; };
  return with_key({.draft = reply::read_draft(field), .language = address["language"], .parent = address["parent"]},
                  field("key"));
}

} // namespace

std::optional<SentAs> sent_as(const http::Request& request) {
  const auto type = without_parameters(request.field("Content-Type"));
  if (boost::beast::iequals(type, "application/json"))
    return SentAs::json;
  if (boost::beast::iequals(type, "application/x-www-form-urlencoded"))
    return SentAs::form;
  return std::nullopt;
}

http::Response unsupported_type() {
  auto response = response_of(
      Problem{ProblemType::unsupported_media_type, "Send application/json or application/x-www-form-urlencoded."});
  response.fields.push_back({"Accept-Post", "application/json, application/x-www-form-urlencoded"});
  return response;
}

tl::expected<Submission, Problem> read_submission(const Call& call, SentAs way) {
  const auto& body = call.request.body;
  auto submission = way == SentAs::json ? read_json(body) : read_form(body, call.query);
  if (submission)
    submission->client = call.request.client;
  return submission;
}

} // namespace broadside::server::api
