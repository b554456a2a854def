#include "core/view/form.hpp"

#include "core/html/element.hpp"
#include "core/language/date.hpp"
#include "core/reply/visible.hpp"
#include "core/view/interface_language.hpp"
#include "core/view/landmark.hpp"
#include "core/view/thread.hpp"

#include <algorithm>

namespace broadside::view {
namespace {

using html::element;
using html::text_element;
using html::Writer;
using language::Message;
using language::Messages;
using reply::Fault;
using reply::Field;
using E = html::Element;
using T = html::TextAttribute;

// The properties of one field.
struct FieldDescription {
  Field field;
  Message label;
  std::optional<Message> hint;
  std::string_view inputmode, autocomplete, dir;
  bool required;
};

constexpr FieldDescription descriptions[] = {
    {Field::name, Message::name, std::nullopt, "", "name", "auto", true},
    {Field::email, Message::email, Message::email_hint, "email", "email", "ltr", true},
    {Field::website, Message::website, std::nullopt, "url", "url", "ltr", false},
    {Field::text, Message::text, Message::text_hint, "", "off", "auto", true},
};

std::optional<Fault> fault_of(Field field, const Form& form) {
  const auto found = std::find_if(form.problems.begin(), form.problems.end(),
                                  [&](const reply::Problem& problem) { return problem.field == field; });
  return found == form.problems.end() ? std::nullopt : std::optional(found->fault);
}

// The message for each field and fault that reply::validate can return.
Message message_of(Field field, Fault fault) {
  switch (field) {
  case Field::name:
    return fault == Fault::missing    ? Message::problem_name_missing
           : fault == Fault::too_long ? Message::problem_name_too_long
                                      : Message::problem_name_malformed;
  case Field::email:
    return fault == Fault::missing    ? Message::problem_email_missing
           : fault == Fault::too_long ? Message::problem_email_too_long
                                      : Message::problem_email_malformed;
  case Field::website:
    return fault == Fault::too_long ? Message::problem_website_too_long : Message::problem_website_malformed;
  case Field::text:
    return fault == Fault::missing ? Message::problem_text_missing : Message::problem_text_too_long;
  }
  return Message::failed_refused;
}

std::optional<std::string_view> flag(bool set) { return set ? std::optional<std::string_view>("") : std::nullopt; }

// Returns the id of a part of this form. Ids in a form begin with "reply-", as vocabulary.def requires.
std::string id_of(std::string_view part, const Form& form) {
  return "reply-" + form.key + (form.key.empty() ? "" : "-") + std::string(part);
}

// The ids of the texts beside a field, which a screen reader reads with it.
struct Ids {
  Ids(Field field, const Form& form)
      : control(id_of(name(field), form)), hint(control + "-hint"), problem(control + "-problem") {}
  std::string control, hint, problem;
};

std::optional<std::string> described_by(const FieldDescription& description, const Ids& ids, bool has_problem) {
  std::string list = has_problem ? ids.problem : "";
  if (description.hint)
    list.append(list.empty() ? "" : " ").append(ids.hint);
  return list.empty() ? std::nullopt : std::optional(list);
}

// There is no maxlength, since browsers silently cut off longer text, and count differently. There are no types "email"
// and "url" either: on a page without script browsers would refuse what reply::validate accepts, "example.org" and
// addresses that are quoted or in other scripts. The two input modes bring the same keyboards.
void control(const FieldDescription& description, const Ids& ids, bool has_problem, const std::string& value,
             Writer& writer) {
  const bool is_text = description.field == Field::text;
  const auto described = described_by(description, ids, has_problem);
  const auto if_input = [&](std::string_view text) { return is_text ? std::nullopt : std::optional(text); };
  const auto if_mode = [&](std::string_view text) {
    return description.inputmode.empty() ? std::nullopt : std::optional(text);
  };
  element(writer, is_text ? E::textarea : E::input,
          {{T::id, ids.control},
           {T::name, name(description.field)},
           {T::type, if_input("text")},
           {T::inputmode, if_mode(description.inputmode)},
           {T::autocapitalize, if_mode("none")},
           {T::rows, is_text ? std::optional<std::string_view>("6") : std::nullopt},
           {T::autocomplete, description.autocomplete},
           {T::dir, description.dir},
           {T::required, flag(description.required)},
           {T::aria_describedby, described},
           {T::aria_invalid, has_problem ? std::optional<std::string_view>("true") : std::nullopt},
           {T::value, value.empty() ? std::nullopt : if_input(value)}},
          [&] {
            if (is_text)
              writer.text(value);
          });
}

void field(const FieldDescription& description, const Form& form, const Messages& messages, Writer& writer) {
  const Ids ids(description.field, form);
  const auto fault = fault_of(description.field, form);
  element(writer, E::div, {{T::class_, "field"}}, [&] {
    text_element(writer, E::label, {{T::for_, ids.control}}, messages[description.label]);
    control(description, ids, fault.has_value(), form.draft[description.field], writer);
    if (fault)
      text_element(writer, E::p, {{T::class_, "problem"}, {T::id, ids.problem}},
                   messages[message_of(description.field, *fault)]);
    if (description.hint)
      text_element(writer, E::p, {{T::class_, "hint"}, {T::id, ids.hint}}, messages[*description.hint]);
  });
}

std::string title_of(const Form& form, const Messages& messages) {
  switch (form.purpose) {
  case Form::Purpose::answer:
    return language::filled(messages[Message::reply_title_to], "name", form.parent_name);
  case Form::Purpose::edit:
    return std::string(messages[Message::edit_title]);
  default:
    return std::string(messages[Message::reply_title]);
  }
}

void heading_and_fields(const Form& form, const Messages& messages, Writer& writer) {
  text_element(writer, E::h2, {{T::class_, "form-title"}, {T::id, id_of("form-title", form)}},
               title_of(form, messages));
  // Only the text of a reply that is kept can be changed.
  const bool is_edit = form.purpose == Form::Purpose::edit;
  if (!is_edit)
    text_element(writer, E::p, {{T::class_, "hint"}}, messages[Message::reply_hint]);
  for (const FieldDescription& description : descriptions)
    if (!is_edit || description.field == Field::text)
      field(description, form, messages, writer);
}

void send_button(const Form& form, const Messages& messages, Writer& writer) {
  const bool sending = form.status == Form::Status::sending;
  text_element(writer, E::button,
               {{T::class_, "send"},
                {T::type, "submit"},
                {T::value, "send"},
                {T::aria_disabled, sending ? std::optional<std::string_view>("true") : std::nullopt}},
               messages[form.purpose == Form::Purpose::edit ? Message::save : Message::send]);
}

// The form of the article itself is always there, and the others are opened and closed by their reader.
void closing_buttons(const Form& form, const Messages& messages, Writer& writer) {
  if (form.purpose == Form::Purpose::edit)
    text_element(writer, E::button, {{T::type, "button"}, {T::value, "delete"}}, messages[Message::delete_]);
  if (form.purpose != Form::Purpose::reply)
    text_element(writer, E::button, {{T::type, "button"}, {T::value, "cancel"}}, messages[Message::cancel_reply]);
}

void preview(const std::string& markdown, const Form& form, const Messages& messages, Writer& writer) {
  const auto title_id = id_of("preview-title", form);
  element(writer, E::section, {{T::class_, "preview"}, {T::aria_labelledby, title_id}}, [&] {
    text_element(writer, E::h3, {{T::id, title_id}}, messages[Message::preview_title]);
    if (!reply::is_visible(markdown))
      text_element(writer, E::p, {{T::class_, "empty"}}, messages[Message::preview_empty]);
    else
      reply_text(markdown, form.language, form.key + (form.key.empty() ? "preview-" : "-preview-"), writer);
  });
}

std::optional<Message> message_of(Form::Status status) {
  switch (status) {
  case Form::Status::sending:
    return Message::sending;
  case Form::Status::sent:
    return Message::sent;
  case Form::Status::waiting:
    return Message::waiting;
  case Form::Status::held:
    return Message::sent_waiting;
  case Form::Status::network_failed:
    return Message::failed_network;
  case Form::Status::busy:
    return Message::failed_busy;
  case Form::Status::refused:
    return Message::failed_refused;
  case Form::Status::idle:
    return std::nullopt;
  }
  return std::nullopt;
}

// The region is always there, so that a text that appears in it is read out.
void status(const Form& form, const Messages& messages, Writer& writer) {
  const bool failed = form.status == Form::Status::network_failed || form.status == Form::Status::busy ||
                      form.status == Form::Status::refused;
  const auto message = message_of(form.status);
  text_element(writer, E::p, {{T::class_, failed ? "problem" : "status"}, {T::role, failed ? "alert" : "status"}},
               message ? messages[*message] : std::string_view());
  if (failed)
    element(writer, E::p, {{T::class_, "actions"}}, [&] {
      text_element(writer, E::button, {{T::type, "button"}, {T::value, "retry"}}, messages[Message::retry]);
    });
}

} // namespace

void form(const Form& form, const Messages& messages, Writer& writer) {
  const InterfaceLanguage words(messages, {});
  const auto label = landmark_name(title_of(form, messages), form.title);
  const auto labelled_by = label ? std::nullopt : std::optional(id_of("form-title", form));
  element(writer, E::form,
          {{T::class_, "form"},
           {T::lang, words.language()},
           {T::dir, words.direction()},
           {T::novalidate, ""},
           {T::aria_label, label},
           {T::aria_labelledby, labelled_by}},
          [&] {
            heading_and_fields(form, messages, writer);
            element(writer, E::div, {{T::class_, "actions"}}, [&] {
              text_element(writer, E::button,
                           {{T::class_, "preview-button"},
                            {T::type, "button"},
                            {T::value, "preview"},
                            {T::aria_expanded, form.preview ? "true" : "false"}},
                           messages[Message::preview]);
              send_button(form, messages, writer);
              closing_buttons(form, messages, writer);
            });
            if (form.preview)
              preview(*form.preview, form, messages, writer);
            status(form, messages, writer);
          });
}

void fields(const Form& form, const Messages& messages, Writer& writer) {
  heading_and_fields(form, messages, writer);
  element(writer, E::div, {{T::class_, "actions"}}, [&] { send_button(form, messages, writer); });
}

} // namespace broadside::view
