#include "core/view/thread.hpp"

#include "core/html/element.hpp"
#include "core/html/link_relation.hpp"
#include "core/language/date.hpp"
#include "core/language/script.hpp"
#include "core/markdown/render.hpp"
#include "core/view/interface_language.hpp"
#include "core/view/landmark.hpp"
#include "core/view/pattern.hpp"

#include <algorithm>
#include <limits>
#include <span>

namespace broadside::view {
namespace {

using html::element;
using html::text_element;
using html::Writer;
using language::Message;
using language::Messages;
using reply::Reply;
using E = html::Element;
using T = html::TextAttribute;
using U = html::UrlAttribute;

std::optional<std::int64_t> count_of(const Thread& thread) {
  if (thread.count)
    return thread.count;
  if (thread.state == Thread::State::ready && !thread.more)
    return static_cast<std::int64_t>(thread.replies.size());
  return std::nullopt;
}

// The title states the number of replies if it is known.
std::string title(const Thread& thread, const Messages& messages) {
  const auto known = count_of(thread);
  if (!known)
    return std::string(messages[Message::replies]);
  constexpr std::int64_t highest = std::numeric_limits<std::uint32_t>::max();
  const auto count = static_cast<std::uint32_t>(std::clamp<std::int64_t>(*known, 0, highest));
  const auto number = language::format_number(count, messages.formats());
  return language::filled(messages.counted(language::CountedMessage::replies_title, count), "count", number);
}

void author(const Reply& reply, Writer& writer) {
  element(writer, E::bdi, {{T::class_, "reply-name"}}, [&] {
    const auto website = reply.website.empty() ? std::nullopt : html::Url::check(reply.website);
    if (website && website->is_web())
      text_element(writer, E::a, {{U::href, website}, {T::rel, html::readers_link}}, reply.name);
    else
      writer.text(reply.name);
  });
}

// A reply once was known by the number that is its place now, and links to "#reply-9" still lead to it.
std::optional<std::string> old_id(const Reply& reply) {
  if (reply.place == 0)
    return std::nullopt;
  return "reply-" + std::to_string(reply.place);
}

// The time in full is shown on hover, and read by assistive tools.
void time(const Reply& reply, const Thread& thread, const Messages& messages, Writer& writer) {
  const auto index = static_cast<std::size_t>(&reply - thread.replies.data());
  const int minutes_ahead = index < thread.minutes_ahead.size() ? thread.minutes_ahead[index] : 0;
  const auto date = language::parse_date(reply.created);
  const auto exact = date ? language::format_date_time(*date, messages, minutes_ahead) : reply.created;
  const auto ago = date && thread.minute ? language::format_ago(*date, *thread.minute, messages) : std::nullopt;
  text_element(writer, E::time, {{T::class_, "reply-date"}, {T::datetime, reply.created}, {T::title, exact}},
               ago.value_or(exact));
}

void head(const Reply& reply, const Thread& thread, const Messages& messages, Writer& writer) {
  element(writer, E::p, {{T::class_, "reply-head"}, {T::id, old_id(reply)}}, [&] {
    author(reply, writer);
    writer.text(" ");
    time(reply, thread, messages, writer);
  });
}

void action(std::string_view value, std::string_view label, Writer& writer) {
  element(writer, E::p, {{T::class_, "actions"}}, [&] {
    text_element(writer, E::button, {{T::type, "button"}, {T::value, value}}, label);
  });
}

// Writes something that a reader can do with a reply: a button for the loader, or a link on a page without script.
void reply_action(std::string_view value, const Reply& reply, const std::string& address, std::string_view label,
                  std::optional<std::string_view> name, Writer& writer) {
  if (!address.empty())
    text_element(writer, E::a, {{U::href, html::Url::check(address)}, {T::aria_label, name}}, label);
  else
    text_element(writer, E::button,
                 {{T::id, "reply-" + std::string(value) + "-" + reply.id},
                  {T::type, "button"},
                  {T::value, value},
                  {T::aria_label, name}},
                 label);
}

void actions(const Reply& reply, const Thread& thread, const Messages& messages, Writer& writer) {
  const bool answerable = thread.open && reply.state == reply::State::published && !reply.id.empty();
  const bool is_own = std::find(thread.own.begin(), thread.own.end(), reply.id) != thread.own.end();
  if (!answerable && !is_own)
    return;
  element(writer, E::p, {{T::class_, "actions reply-actions"}}, [&] {
    if (answerable) {
      const auto address =
          thread.answer_address.empty() ? std::string() : thread.answer_address + reply.id + "#reply-form-title";
      const auto name = language::filled(messages[Message::reply_to], "name", reply.name);
      reply_action("reply", reply, address, messages[Message::reply], name, writer);
    }
    if (is_own)
      reply_action("edit", reply, {}, messages[Message::edit], std::nullopt, writer);
  });
}

// A reply that does not stand right below the one that it answers says so.
void parent(const Reply& reply, const Messages& messages, Writer& writer) {
  const auto& above = reply.parent;
  if (above.name.empty())
    return;
  element(writer, E::p, {{T::class_, "reply-parent"}}, [&] {
    element(writer, E::a, {{U::href, html::Url::fragment("reply-" + above.id)}}, [&] {
      pattern(writer, messages[Message::in_reply_to], "name", [&] { text_element(writer, E::bdi, {}, above.name); });
    });
  });
}

void content(const Reply& reply, const Thread& thread, const Messages& messages, Writer& writer) {
  if (reply.state == reply::State::deleted) {
    text_element(writer, E::p, {{T::class_, "empty"}}, messages[Message::reply_deleted]);
    return;
  }
  head(reply, thread, messages, writer);
  if (reply.state == reply::State::waiting)
    text_element(writer, E::p, {{T::class_, "hint"}}, messages[Message::reply_waiting]);
  reply_text(reply.text, reply.language, reply.id + "-", writer);
  actions(reply, thread, messages, writer);
}

using Replies = std::span<const Reply>;

// The replies behind the first one that stand below it.
Replies answers_to_first(Replies replies) {
  const auto rest = replies.subspan(1);
  const auto end = std::find_if(rest.begin(), rest.end(), [&](const Reply& reply) {
    return !reply::is_above(replies.front().position, reply.position);
  });
  return rest.first(static_cast<std::size_t>(end - rest.begin()));
}

// Writes the replies of one level, each with those below it as long as the thread's depth allows. `above` is the id of
// the reply that they stand below.
void list(Replies replies, std::string_view above, int level, const Thread& thread, const Messages& messages,
          Writer& writer) {
  element(writer, E::ol, {{T::class_, "thread"}}, [&] {
    while (!replies.empty()) {
      const Reply& reply = replies.front();
      const auto answers = answers_to_first(replies);
      const bool nests = level < thread.depth;
      element(writer, E::li, {{T::class_, "reply"}, {T::id, "reply-" + reply.id}}, [&] {
        if (reply.parent.id != above)
          parent(reply, messages, writer);
        content(reply, thread, messages, writer);
        if (nests && !answers.empty())
          list(answers, reply.id, level + 1, thread, messages, writer);
        if (reply::depth_of(reply.position.path) == 1 && reply.answers > std::ssize(answers))
          element(writer, E::p, {{T::class_, "actions"}}, [&] {
            const auto address = thread.branch_address.empty() ? std::string() : thread.branch_address + reply.id;
            reply_action("branch", reply, address, messages[Message::replies_more], std::nullopt, writer);
          });
      });
      replies = replies.subspan(1 + (nests ? answers.size() : 0));
    }
  });
}

} // namespace

void thread(const Thread& thread, const Messages& messages, Writer& writer) {
  const InterfaceLanguage words(messages, {});
  const auto heading = title(thread, messages);
  const auto label = landmark_name(heading, thread.title);
  const auto labelled_by = label ? std::nullopt : std::optional<std::string_view>("reply-thread-title");
  element(
      writer, E::section,
      {{T::class_, "replies"},
       {T::lang, words.language()},
       {T::dir, words.direction()},
       {T::aria_label, label},
       {T::aria_labelledby, labelled_by}},
      [&] {
        text_element(writer, E::h2, {{T::class_, "replies-title"}, {T::id, "reply-thread-title"}}, heading);
        if (!thread.replies.empty())
          list(thread.replies, "", 1, thread, messages, writer);
        if (thread.state == Thread::State::loading) {
          text_element(writer, E::p, {{T::class_, "status"}, {T::role, "status"}}, messages[Message::replies_loading]);
        } else if (thread.state == Thread::State::failed) {
          text_element(writer, E::p, {{T::class_, "problem"}, {T::role, "alert"}}, messages[Message::replies_failed]);
          action("reload", messages[Message::reload], writer);
        } else if (thread.replies.empty()) {
          if (thread.open)
            text_element(writer, E::p, {{T::class_, "empty"}}, messages[Message::replies_empty]);
        } else if (thread.more) {
          action("more", messages[Message::replies_more], writer);
        }
      });
}

void reply_text(std::string_view markdown, std::string_view language, std::string_view id_prefix, Writer& writer) {
  const std::string lang = language::tag_of_text(markdown, language);
  element(writer, E::div,
          {{T::class_, "reply-text"},
           {T::lang, lang.empty() ? std::nullopt : std::optional<std::string_view>(lang)},
           {T::dir, "auto"}},
          [&] {
            markdown::Options options;
            options.profile = markdown::Profile::reply;
            options.top_heading = 3;
            options.language = lang;
            options.id_prefix = id_prefix;
            markdown::render(markdown, options, writer);
          });
}

} // namespace broadside::view
