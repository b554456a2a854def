#include "core/view/form.hpp"
#include "support/messages.hpp"
#include "support/views.hpp"
#include "support/written.hpp"

#include <catch2/catch.hpp>

#include <tuple>

using namespace broadside;
using tests::as_text;
using tests::form_with;
using tests::holds;

TEST_CASE("A form says what it is for, and one that was opened can be closed") {
  view::Form form;
  CHECK_FALSE(holds(form_with(form), "value=\"cancel\""));
  form.purpose = view::Form::Purpose::answer;
  form.parent_name = "Ana";
  CHECK(holds(form_with(form), ">reply_title_to Ana</h2>"));
  CHECK(holds(form_with(form), "value=\"cancel\">cancel_reply</button>"));
  CHECK_FALSE(holds(form_with(form), "value=\"delete\""));
  form.purpose = view::Form::Purpose::edit;
  CHECK(holds(form_with(form), ">edit_title</h2>"));
  CHECK(holds(form_with(form), "name=\"text\""));
  CHECK_FALSE(holds(form_with(form), "name=\"email\""));
  CHECK(holds(form_with(form), ">save</button>"));
  CHECK(holds(form_with(form), "value=\"delete\">delete</button>"));
}

TEST_CASE("Two forms with different keys share no id, and do not refer to each other") {
  view::Form form;
  form.preview = "- [ ] a";
  form.problems = {{reply::Field::name, reply::Fault::missing}};
  const auto plain = form_with(form);
  form.key = "to-7";
  const auto keyed = form_with(form);
  for (const std::string_view id : {"form-title", "name", "name-problem", "email", "email-hint", "website", "text",
                                    "text-hint", "preview-title", "preview-checkbox-1"}) {
    CAPTURE(id);
    CHECK(holds(plain, "\"reply-" + std::string(id)));
    CHECK(holds(keyed, "\"reply-to-7-" + std::string(id)));
  }
  for (const std::string_view attribute : {" id=\"", " for=\"", " aria-labelledby=\"", " aria-describedby=\""})
    for (auto at = keyed.find(attribute); at != std::string::npos; at = keyed.find(attribute, at + 1))
      CHECK(keyed.substr(at + attribute.size(), 11) == "reply-to-7-");
}

TEST_CASE("The button for the preview states whether the preview is open") {
  view::Form form;
  CHECK(holds(form_with(form), "value=\"preview\" aria-expanded=\"false\""));
  form.preview = "a";
  CHECK(holds(form_with(form), "value=\"preview\" aria-expanded=\"true\""));
}

TEST_CASE("Every problem is beside its field and is linked to it") {
  view::Form form;
  form.problems = {{reply::Field::email, reply::Fault::malformed}};
  const auto text = form_with(form);
  CHECK(holds(text,
              "<input id=\"reply-email\" name=\"email\" type=\"text\" inputmode=\"email\" "
              "autocapitalize=\"none\" autocomplete=\"email\" dir=\"ltr\" "
              "required=\"\" aria-describedby=\"reply-email-problem reply-email-hint\" "
              "aria-invalid=\"true\"><p class=\"problem\" id=\"reply-email-problem\">problem_email_malformed</p>"));
  CHECK_FALSE(holds(text, "problem_name"));
}

// Automattic/jetpack#7696, sebastiangreger/kirby3-commentions#83
TEST_CASE("No field has a type with which a browser would refuse what the server accepts") {
  const auto text = form_with({});
  CHECK(holds(text, "name=\"website\" type=\"text\" inputmode=\"url\""));
  CHECK_FALSE(holds(text, "type=\"url\""));
  CHECK_FALSE(holds(text, "type=\"email\""));
  CHECK_FALSE(holds(text, "pattern="));
  CHECK_FALSE(holds(text, "maxlength="));
}

TEST_CASE("Each field and fault has its own message") {
  using reply::Fault;
  using reply::Field;
  const auto words = tests::messages();
  for (const auto& [field, fault, message] : {std::tuple{Field::name, Fault::missing, "problem_name_missing"},
                                              {Field::name, Fault::too_long, "problem_name_too_long"},
                                              {Field::name, Fault::malformed, "problem_name_malformed"},
                                              {Field::email, Fault::missing, "problem_email_missing"},
                                              {Field::email, Fault::too_long, "problem_email_too_long"},
                                              {Field::email, Fault::malformed, "problem_email_malformed"},
                                              {Field::website, Fault::too_long, "problem_website_too_long"},
                                              {Field::website, Fault::malformed, "problem_website_malformed"},
                                              {Field::text, Fault::missing, "problem_text_missing"},
                                              {Field::text, Fault::too_long, "problem_text_too_long"}}) {
    view::Form form;
    form.problems = {{field, fault}};
    const auto text = form_with(form);
    const auto id = "reply-" + std::string(name(field)) + "-problem";
    CHECK(holds(text, "<p class=\"problem\" id=\"" + id + "\">" + message + "</p>"));
  }
}

TEST_CASE("The widget's form holds no draft, and the fields of a page do") {
  view::Form form;
  form.draft = {"Ana", "a@b", "", "\nHello"};
  const auto text = as_text([&](html::Writer& writer) { view::fields(form, tests::messages(), writer); });
  CHECK(holds(text, "value=\"Ana\""));
  CHECK(holds(text, ">\n\nHello</textarea>"));
  CHECK_FALSE(holds(text, "value=\"preview\""));
}

TEST_CASE("The preview is what the thread will show") {
  view::Form form;
  form.preview = "*a*";
  CHECK(holds(form_with(form), "preview_title</h3><div class=\"reply-text\" dir=\"auto\"><p><em>a</em></p></div>"));
  form.preview = "**这是“强调”。**这";
  form.language = "zh-Hans";
  CHECK(holds(form_with(form), "<div class=\"reply-text\" lang=\"zh-Hans\" dir=\"auto\"><p><strong>这是"));
  for (const char* text : {" \n", "<!-- a -->", "\u3000", "[a]: https://example.com/"}) {
    form.preview = text;
    CHECK(holds(form_with(form), "preview_empty"));
  }
}

TEST_CASE("The form states what became of the reply") {
  using Status = view::Form::Status;
  CHECK(holds(form_with({Status::idle, {}, {}, {}}), "<p class=\"status\" role=\"status\"></p>"));
  CHECK(holds(form_with({Status::sending, {}, {}, {}}), "aria-disabled=\"true\""));
  CHECK(holds(form_with({Status::waiting, {}, {}, {}}), "role=\"status\">waiting"));
  CHECK(holds(form_with({Status::sent, {}, {}, {}}), "role=\"status\">sent</p>"));
  CHECK(holds(form_with({Status::held, {}, {}, {}}), "role=\"status\">sent_waiting</p>"));
  for (const auto& [status, message] :
       {std::pair{Status::network_failed, "failed_network"}, std::pair{Status::busy, "failed_busy"},
        std::pair{Status::refused, "failed_refused"}}) {
    CHECK(holds(form_with({status, {}, {}, {}}), std::string("role=\"alert\">") + message));
    CHECK(holds(form_with({status, {}, {}, {}}), "value=\"retry\""));
  }
}
