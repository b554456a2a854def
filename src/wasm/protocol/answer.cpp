#include "wasm/protocol/answer.hpp"

#include "core/html/tree_writer.hpp"
#include "core/json/cursor.hpp"
#include "core/json/object_writer.hpp"
#include "core/language_tag.hpp"
#include "core/markdown/render.hpp"
#include "core/view/article.hpp"
#include "core/view/form.hpp"
#include "core/view/thread.hpp"
#include "wasm/protocol/words.hpp"

#include <algorithm>
#include <limits>

namespace broadside::wasm {
namespace {

using json::Cursor;
using json::Presence;
using language::Messages;

constexpr std::size_t longest_reply_bytes = reply::longest_text * 4 + 1000;

std::optional<html::Url> read_base(const Cursor& at) {
  const std::string text = at.string(Presence::optional, article::longest_address);
  auto base = html::Url::check_base(text);
  if (!base && !text.empty())
    at.fail("unsafe-address", html::Url::base_rule);
  return base;
}

const html::Url* pointer(const std::optional<html::Url>& url) { return url ? &*url : nullptr; }

std::string_view read_markdown(const Cursor& options, const Request& request) {
  if (request.markdown.size() <= article::longest_markdown)
    return request.markdown;
  options["markdown"].fail("too-long", article::longest_markdown_rule);
  return {};
}

const Messages& read_messages(const Cursor& options, const Request& request) {
  static const Messages none;
  if (request.messages != nullptr)
    return *request.messages;
  options["messages"].fail("missing", "must have been given");
  return none;
}

void answer_article(const Cursor& options, const Request& request, html::Writer& writer) {
  const auto base = read_base(options["base"]);
  auto article = article::read(options["article"], pointer(base));
  if (options["html"].exists())
    article.raw_html = options["html"].word(markdown::raw_html_words);
  const auto language = options["language"].string(Presence::required);
  const auto markdown = read_markdown(options, request);
  const auto shown = std::find_if(article.translations.begin(), article.translations.end(),
                                  [&](const auto& translation) { return translation.language == language; });
  if (shown == article.translations.end()) {
    options["language"].fail("malformed", "must be the language of one of the translations");
    return;
  }
  if (shown->markdown.empty())
    shown->markdown = markdown;
  view::article(article, *shown, read_messages(options, request), request.names, pointer(base), writer);
}

void answer_document(const Cursor& options, const Request& request, html::Writer& writer) {
  const auto base = read_base(options["base"]);
  const auto language = options["language"].string(Presence::optional);
  const auto raw_html = options["html"].optional_word(markdown::raw_html_words);
  view::document(read_markdown(options, request), language, raw_html, read_messages(options, request), pointer(base),
                 writer);
}

// The text is empty if it is not known.
std::string read_language(const Cursor& at) {
  std::string tag = at.string(Presence::optional);
  if (!tag.empty() && !language::well_formed(tag))
    at.fail("malformed", language::well_formed_rule);
  return tag;
}

std::string read_id_prefix(const Cursor& at) {
  std::string prefix = at.string(Presence::optional);
  if (!markdown::is_id_prefix(prefix))
    at.fail("malformed", markdown::id_prefix_rule);
  return prefix;
}

// The position is empty if it is not known.
reply::Position read_position(const Cursor& at) {
  const std::string text = at.string(Presence::optional);
  auto position = reply::read_position(text);
  if (!position && !text.empty())
    at.fail("malformed", "must be what the server gave as position");
  return position.value_or(reply::Position());
}

reply::Reply read_reply(const Cursor& at) {
  constexpr int highest = std::numeric_limits<int>::max();
  return {at["id"].string(Presence::required),
          at["name"].string(Presence::required),
          at["website"].string(Presence::optional, article::longest_address),
          at["text"].string(Presence::required, longest_reply_bytes),
          at["created"].string(Presence::required),
          read_language(at["language"]),
          at["place"].integer(Presence::optional, 1, highest).value_or(0),
          read_position(at["position"]),
          at["state"].word(reply::state_words),
          {at["parent"]["id"].string(Presence::optional), at["parent"]["name"].string(Presence::optional)},
          at["answers"].integer(Presence::optional, 0, highest).value_or(0)};
}

void answer_thread(const Cursor& options, const Request& request, html::Writer& writer) {
  view::Thread thread;
  thread.state = options["state"].word(thread_state_words);
  for (const Cursor& reply : options["replies"].items(Presence::optional)) {
    thread.replies.push_back(read_reply(reply));
    constexpr int day = 24 * 60;
    thread.minutes_ahead.push_back(reply["minutesAhead"].integer(Presence::optional, -day, day).value_or(0));
  }
  thread.more = options["more"].boolean();
  thread.title = options["title"].string(Presence::optional);
  thread.depth = options["depth"]
                     .integer(Presence::optional, 1, reply::greatest_thread_depth)
                     .value_or(reply::default_thread_depth);
  for (const Cursor& id : options["own"].items(Presence::optional))
    thread.own.push_back(id.string(Presence::required));
  thread.open = !options["closed"].boolean();
  thread.count = options["count"].integer(Presence::optional, 0, std::numeric_limits<int>::max());
  thread.minute = options["minute"].integer(Presence::optional, 0, std::numeric_limits<int>::max());
  view::thread(thread, read_messages(options, request), writer);
}

reply::Problem read_problem(const Cursor& at) {
  return {at["field"].word(reply::field_words), at["code"].word(reply::fault_words)};
}

void answer_form(const Cursor& options, const Request& request, html::Writer& writer) {
  view::Form form;
  form.status = options["status"].word(form_status_words);
  for (const Cursor& problem : options["problems"].items(Presence::optional))
    form.problems.push_back(read_problem(problem));
  form.language = read_language(options["language"]);
  form.title = options["title"].string(Presence::optional);
  form.key = read_id_prefix(options["key"]);
  form.purpose = options["purpose"].word(form_purpose_words);
  form.parent_name = options["parentName"].string(Presence::optional);
  if (options["preview"].exists())
    form.preview = options["preview"].string(Presence::optional, std::string::npos);
  view::form(form, read_messages(options, request), writer);
}

template <markdown::Output output> std::string answer_markdown(const Cursor& at, const Request& request) {
  const auto base = read_base(at["base"]);
  const auto language = read_language(at["language"]);
  const auto id_prefix = read_id_prefix(at["idPrefix"]);
  markdown::Options options;
  options.profile = at["profile"].word(markdown::profile_words);
  options.base = pointer(base);
  options.raw_html = at["html"].optional_word(markdown::raw_html_words);
  options.typography = at["typography"].word(markdown::typography_words);
  options.language = language;
  options.id_prefix = id_prefix;
  return markdown::rendered_file(read_markdown(at, request), options, output);
}

std::string problems_json(const std::vector<reply::Problem>& problems) {
  std::string list = "[";
  for (const auto& problem : problems) {
    list += list.size() > 1 ? "," : "";
    json::ObjectWriter object(list, 0);
    object.text("field", name(problem.field));
    object.text("code", name(problem.fault));
    object.finish();
  }
  return list + "]";
}

std::string answer_validate(const Cursor& fields, const Request& /*request*/) {
  // The text may be of any length, since its length is one of the problems.
  const auto read = [&](std::string_view name) { return fields[name].string(Presence::optional, std::string::npos); };
  const auto kept = reply::validate(reply::read_draft(read));
  std::string answer;
  json::ObjectWriter object(answer, 0);
  object.raw("problems", kept ? "[]" : problems_json(kept.error()));
  if (kept)
    object.object("reply", [&](json::ObjectWriter& members) {
      for (const auto& [word, field] : reply::field_words)
        members.text(word, (*kept)[field]);
    });
  object.finish();
  return answer;
}

using Answer = std::string (*)(const Cursor&, const Request&);

template <void (*write)(const Cursor&, const Request&, html::Writer&)>
std::string tree(const Cursor& options, const Request& request) {
  std::string json;
  html::TreeWriter writer(json);
  write(options, request, writer);
  return json;
}

constexpr std::pair<std::string_view, Answer> answers[] = {
    {"article", tree<answer_article>},
    {"document", tree<answer_document>},
    {"thread", tree<answer_thread>},
    {"form", tree<answer_form>},
    {"markdown", answer_markdown<markdown::Output::tree>},
    {"html", answer_markdown<markdown::Output::html>},
    {"validate", answer_validate},
};

} // namespace

tl::expected<std::string, Error> answer(const Request& request) {
  const auto* const found = std::find_if(std::begin(answers), std::end(answers),
                                         [&](const auto& entry) { return entry.first == request.name; });
  if (found == std::end(answers))
    return tl::unexpected(Error{"unknown-request", std::string(request.name), "no such request"});
  const auto options = json::parse(request.options);
  if (!options)
    return tl::unexpected(options.error());
  json::Reading reading;
  std::string result = found->second(Cursor(*options, reading), request);
  if (reading.error)
    return tl::unexpected(*reading.error);
  return result;
}

std::string to_json(const Error& error) {
  std::string json;
  json::ObjectWriter object(json, 0);
  object.text("code", error.code);
  object.text("where", error.where);
  object.text("message", error.message);
  object.finish();
  return json;
}

} // namespace broadside::wasm
