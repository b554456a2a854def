#include "core/view/answer.hpp"

#include "core/html/element.hpp"
#include "core/html/text_writer.hpp"
#include "core/html/tree_writer.hpp"
#include "core/json/cursor.hpp"
#include "core/json/object_writer.hpp"
#include "core/language/tag.hpp"
#include "core/markdown/render.hpp"
#include "core/view/article.hpp"
#include "core/view/form.hpp"
#include "core/view/thread.hpp"

#include <algorithm>

namespace broadside::view {
namespace {

using json::Cursor;
using json::Presence;
using language::Messages;

constexpr std::size_t longest_reply_bytes = reply::longest_text * 4 + 1000;

std::optional<html::Url> read_base(const Cursor& at) {
  const std::string text = at.string(Presence::optional, article::longest_address);
  if (text.empty())
    return std::nullopt;
  auto base = html::Url::check(text);
  if (!base || !base->is_web()) {
    at.fail("unsafe-address", "must be an absolute http or https address");
    return std::nullopt;
  }
  return base;
}

const html::Url* pointer(const std::optional<html::Url>& url) { return url ? &*url : nullptr; }

void answer_article(const Cursor& request, html::Writer& writer) {
  const auto base = read_base(request["base"]);
  auto article = article::read(request["article"], pointer(base));
  if (request["html"].exists())
    article.raw_html = request["html"].word(markdown::raw_html_words);
  const auto messages = Messages::read(request["messages"]);
  const auto language = request["language"].string(Presence::required);
  const auto* translation = article.find(language);
  if (translation == nullptr)
    request["language"].fail("malformed", "must be the language of one of the translations");
  else
    view::article(article, *translation, messages, pointer(base), writer);
}

void answer_document(const Cursor& request, html::Writer& writer) {
  const auto base = read_base(request["base"]);
  const auto messages = Messages::read(request["messages"]);
  const auto language = request["language"].string(Presence::optional);
  const auto markdown = request["markdown"].string(Presence::required, article::longest_markdown);
  view::document(markdown, language, request["html"].word(markdown::raw_html_words), messages, pointer(base), writer);
}

// Empty for not known.
std::string read_language(const Cursor& at) {
  std::string tag = at.string(Presence::optional);
  if (!tag.empty() && !language::well_formed(tag))
    at.fail("malformed", "must be a language tag (BCP 47), such as \"en\" or \"pt-BR\"");
  return tag;
}

reply::Reply read_reply(const Cursor& at) {
  return {at["id"].string(Presence::required),
          at["name"].string(Presence::required),
          at["website"].string(Presence::optional, article::longest_address),
          at["text"].string(Presence::required, longest_reply_bytes),
          at["created"].string(Presence::required),
          read_language(at["language"])};
}

void answer_thread(const Cursor& request, html::Writer& writer) {
  using State = Thread::State;
  Thread thread;
  constexpr Words<State, 3> states = {
      {{"ready", State::ready}, {"loading", State::loading}, {"failed", State::failed}}};
  thread.state = request["state"].word(states);
  for (const Cursor& reply : request["replies"].items(Presence::optional))
    thread.replies.push_back(read_reply(reply));
  thread.more = request["more"].boolean();
  view::thread(thread, Messages::read(request["messages"]), writer);
}

reply::Problem read_problem(const Cursor& at) {
  using reply::Fault;
  using reply::Field;
  constexpr Words<Field, 4> fields = {
      {{"name", Field::name}, {"email", Field::email}, {"website", Field::website}, {"text", Field::text}}};
  constexpr Words<Fault, 3> faults = {
      {{"missing", Fault::missing}, {"too-long", Fault::too_long}, {"malformed", Fault::malformed}}};
  return {at["field"].word(fields), at["code"].word(faults)};
}

void answer_form(const Cursor& request, html::Writer& writer) {
  using Status = Form::Status;
  Form form;
  constexpr Words<Status, 6> statuses = {{{"idle", Status::idle},
                                          {"sending", Status::sending},
                                          {"sent", Status::sent},
                                          {"network-failed", Status::network_failed},
                                          {"busy", Status::busy},
                                          {"refused", Status::refused}}};
  form.status = request["status"].word(statuses);
  for (const Cursor& problem : request["problems"].items(Presence::optional))
    form.problems.push_back(read_problem(problem));
  form.language = read_language(request["language"]);
  if (request["preview"].exists())
    form.preview = request["preview"].string(Presence::optional, longest_reply_bytes);
  view::form(form, Messages::read(request["messages"]), writer);
}

void render_markdown(const Cursor& request, html::Writer& writer) {
  const auto base = read_base(request["base"]);
  const auto text = request["markdown"].string(Presence::required, article::longest_markdown);
  const auto language = request["language"].string(Presence::optional);
  markdown::Options options;
  options.profile = request["profile"].word(markdown::profile_words);
  options.base = pointer(base);
  options.raw_html = request["html"].word(markdown::raw_html_words);
  options.typography = request["typography"].word(markdown::typography_words);
  options.language = language;
  markdown::render_file(text, options, writer);
}

void answer_markdown(const Cursor& request, html::Writer& writer) {
  html::element(writer, html::Element::div, {}, [&] { render_markdown(request, writer); });
}

std::string answer_html(const Cursor& request) {
  std::string html;
  html::TextWriter writer(html);
  render_markdown(request, writer);
  return html;
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

std::string answer_validate(const Cursor& request) {
  const auto read = [&](std::string_view name) { return request[name].string(Presence::optional, 1'000'000); };
  const auto kept = reply::validate({read("name"), read("email"), read("website"), read("text")});
  std::string answer;
  json::ObjectWriter object(answer, 0);
  object.raw("problems", kept ? "[]" : problems_json(kept.error()));
  if (kept)
    object.object("reply", [&](json::ObjectWriter& reply) {
      reply.text("name", kept->name);
      reply.text("email", kept->email);
      reply.text("website", kept->website);
      reply.text("text", kept->text);
    });
  object.finish();
  return answer;
}

using Answer = std::string (*)(const Cursor&);

template <void (*write)(const Cursor&, html::Writer&)> std::string tree(const Cursor& request) {
  std::string json;
  html::TreeWriter writer(json);
  write(request, writer);
  return json;
}

constexpr std::pair<std::string_view, Answer> answers[] = {
    {"article", tree<answer_article>}, {"document", tree<answer_document>}, {"thread", tree<answer_thread>},
    {"form", tree<answer_form>},       {"markdown", tree<answer_markdown>}, {"html", answer_html},
    {"validate", answer_validate},
};

} // namespace

tl::expected<std::string, Error> answer(std::string_view name, std::string_view text) {
  const auto* const found =
      std::find_if(std::begin(answers), std::end(answers), [&](const auto& entry) { return entry.first == name; });
  if (found == std::end(answers))
    return tl::unexpected(Error{"unknown-request", std::string(name), "no such request"});
  const auto request = json::parse(text);
  if (!request)
    return tl::unexpected(request.error());
  json::Reading reading;
  std::string result = found->second(Cursor(*request, reading));
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

} // namespace broadside::view
