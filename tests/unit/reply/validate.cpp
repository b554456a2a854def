#include "core/reply/reply.hpp"

#include <catch2/catch.hpp>

using namespace broadside::reply;
using namespace std::string_literals;

namespace {

const Draft good = {"Ana", "ana@example.com", "", "Hello"};

std::string faults(const Draft& draft) {
  const auto kept = validate(draft);
  if (kept)
    return "";
  std::string list;
  for (const Problem& problem : kept.error())
    list.append(list.empty() ? "" : ", ").append(name(problem.field)).append(" ").append(name(problem.fault));
  return list;
}

std::string with_email(const std::string& email) { return faults({"Ana", email, "", "Hello"}); }

std::string kept_email(const std::string& email) {
  const auto kept = validate({"Ana", email, "", "Hello"});
  return kept ? kept->email : "refused";
}

std::string kept_name(const std::string& name) {
  const auto kept = validate({name, "ana@example.com", "", "Hello"});
  return kept ? kept->name : faults({name, "ana@example.com", "", "Hello"});
}

std::string kept_website(const std::string& website) {
  const auto kept = validate({"Ana", "ana@example.com", website, "Hello"});
  return kept ? kept->website : "refused";
}

std::string times(std::size_t count, const std::string& text) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i)
    result += text;
  return result;
}

} // namespace

TEST_CASE("A valid reply is kept, trimmed") {
  const auto kept = validate({" Ana \t", " ana@example.com\n", "", "\n  Hello\n\nworld \n"});
  REQUIRE(kept);
  CHECK(kept->name == "Ana");
  CHECK(kept->email == "ana@example.com");
  CHECK(kept->text == "  Hello\n\nworld");
}

TEST_CASE("Spaces of any script are trimmed, and an invisible text counts as missing") {
  const auto kept = validate({"\u3000花子\u00A0", "ana@example.com\u3000", "", "Hello\u2009"});
  REQUIRE(kept);
  CHECK(kept->name == "花子");
  CHECK(kept->email == "ana@example.com");
  CHECK(kept->text == "Hello");
  for (const std::string blank : {"\u3000", "\u00A0\u2003", "\u200B\u200D", "\u2800", "\u3164", "\uFEFF", "\u00AD",
                                  "\x01", "\u202E", "\U000E0041"})
    CHECK(faults({blank, good.email, "", blank + "\n" + blank}) == "name missing, text missing");
  CHECK(faults({std::string(1, '\0'), good.email, "", std::string(2, '\0')}) == "name missing, text missing");
  CHECK(validate({"❤\uFE0F", good.email, "", "👩\u200D🚀"}).value().name == "❤\uFE0F");
}

TEST_CASE("A text whose Markdown renders to nothing counts as missing") {
  for (const char* text : {"<!-- nothing -->", "[a]: https://a.example/", "&#8203;", ">", "-"})
    CHECK(faults({good.name, good.email, "", text}) == "text missing");
  for (const char* text : {"***", "- [x]", "<b>", "`a`", "![a](b.png)", "[a]", "\\"})
    CHECK(faults({good.name, good.email, "", text}) == "");
}

TEST_CASE("All problems are reported at once, in the order of the fields") {
  CHECK(faults({"", "", "", ""}) == "name missing, email missing, text missing");
  CHECK(faults({" ", "\t", "ftp://a", "\r\n "}) == "name missing, email missing, website malformed, text missing");
}

TEST_CASE("Lengths are counted in code points, not in bytes") {
  CHECK(faults({times(80, "é"), good.email, "", good.text}) == "");
  CHECK(faults({times(81, "é"), good.email, "", good.text}) == "name too-long");
  CHECK(faults({good.name, good.email, "", times(10'000, "語")}) == "");
  CHECK(faults({good.name, good.email, "", times(10'001, "語")}) == "text too-long");
}

TEST_CASE("A name is one line of visible characters") {
  for (const std::string control : {"\n", "\t", "\r", "\x1B", "\x07", "\x7F", "\u0085", "\u0080", "\u2028", "\u2029"}) {
    CHECK(kept_name("Ana" + control + "B") == "name malformed");
    CHECK(with_email("ana" + control + "@example.com") == "email malformed");
    CHECK(with_email("ana@exam" + control + "ple.com") == "email malformed");
    CHECK(kept_website("https://exam" + control + "ple.com/") == "refused");
    CHECK(kept_website("https://example.com/a" + control + "b") == "refused");
  }
  CHECK(kept_name("Ana\0B"s) == "name malformed");
  CHECK(with_email("ana\0@example.com"s) == "email malformed");
}

TEST_CASE("Direction controls and zero-width spaces, which copied text often holds, are left out") {
  for (const std::string stray : {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068",
                                  "\u2069", "\u200E", "\u200F", "\u061C", "\u200B", "\u2060", "\uFEFF", "\u00AD"}) {
    CHECK(kept_name(stray + "Ana" + stray + " B" + stray) == "Ana B");
    CHECK(kept_email(stray + "ana" + stray + "@example.com" + stray) == "ana@example.com");
    CHECK(kept_website(stray + "ana.example" + stray) == "https://ana.example");
  }
  CHECK(kept_name(" \u202E Ana") == "Ana");
}

TEST_CASE("A no-break space in a name is a space, and in an e-mail address an error") {
  CHECK(kept_name("Ana\u00A0B") == "Ana B");
  CHECK(kept_name("Ana\u202FB") == "Ana B");
  CHECK(kept_name("山田\u3000太郎") == "山田 太郎");
  CHECK(with_email("ana\u00A0b@example.com") == "email malformed");
  CHECK(with_email("ana@example\u00A0.com") == "email malformed");
  CHECK(with_email("ana\u3164@example.com") == "email malformed");
}

TEST_CASE("A name that consists of marks alone counts as missing") {
  CHECK(kept_name("\u0301") == "name malformed");
  CHECK(kept_name("\u0301\u200D \u20DD\u0E47") == "name malformed");
  CHECK(kept_name("e\u0301") == "e\u0301");
  for (const std::string name :
       {"नीति", "ငြိမ်းချမ်း", "พิ่", "1\uFE0F\u20E3", "🏴\U000E0067\U000E0062\U000E007F", "👩\u200D🚀"})
    CHECK(kept_name(name) == name);
}

TEST_CASE("A letter has no more marks than a script needs, in names and in texts, however they are separated") {
  const auto kept_text = [](const std::string& text) { return validate({"Ana", good.email, "", text}).value().text; };
  CHECK(kept_name("Z" + times(40, "\u0351") + "o") == "Z" + times(8, "\u0351") + "o");
  CHECK(kept_text("Z" + times(9'000, "\u0E47") + "o\u0301") == "Z" + times(8, "\u0E47") + "o\u0301");
  for (const char* parting : {"\u200D", "\u200C", "\uFE0F", "\u034F", "\u2060"}) {
    const auto text = kept_text("Z" + times(100, std::string("\u0351") + parting));
    std::size_t marks = 0;
    for (auto at = text.find("\u0351"); at != std::string::npos; at = text.find("\u0351", at + 1))
      ++marks;
    CHECK(marks <= 8);
  }
  // These are Tibetan's tallest stack, Hebrew with accents, Vietnamese, and many letters with one mark each.
  for (const std::string text : {"\u0F67\u0F90\u0FB5\u0FA8\u0FB3\u0FBA\u0FBC\u0F83", "בְּרֵאשִׁ֖ית", "ế\u0323",
                                 "a\u0301b\u0301c\u0301d\u0301e\u0301f\u0301g\u0301h\u0301i\u0301j\u0301"}) {
    CHECK(kept_text(text) == text);
    CHECK(kept_name(text) == text);
  }
}

TEST_CASE("Controls in a text, which would affect a terminal that shows it, are left out, and its lines stay") {
  const auto kept = validate({"Ana", good.email, "", "a\x1B[31mb\0c\x07\td\r\ne\x7F"s});
  REQUIRE(kept);
  CHECK(kept->text == "a[31mbc\td\ne");
  CHECK(validate({"Ana", good.email, "", "a\u009B31mb\u0085c"}).value().text == "a31mb\u0085c");
}

TEST_CASE("The end of a line counts and is kept as one character, whether a script or a form sends it") {
  const auto with_text = [](const std::string& text) { return Draft{"Ana", good.email, "", text}; };
  CHECK(validate(with_text("one\r\ntwo\rthree\n\r\nfour")).value().text == "one\ntwo\nthree\n\nfour");
  // Browsers count a line feed as one character for the field's maximum length, but send two characters for it (HTML,
  // "maxlength").
  const auto lines = [](const std::string& end) { return times(longest_text / 2 - 1, "a" + end); };
  CHECK(validate(with_text(lines("\r\n") + "bc")).value().text == lines("\n") + "bc");
  CHECK(faults(with_text(lines("\r\n") + "bcd")) == "text too-long");
}

TEST_CASE("E-mail addresses are those of HTML, in any script") {
  for (const char* email :
       {"a@b", "ana.b+c@mail.example.com", "josé@correo.example", "用户@例子.example", "o'hara@example.ie"})
    CHECK(with_email(email) == "");
  for (const char* email :
       {"ana", "@example.com", "ana@", "ana@-a.com", "ana@a..com", "a b@example.com", "ana@exa mple",
        "ana@example.com.", "<a@b>", "a@b\"", "a@b@c", "ana@x%00.example", "ana@x_y.example", "ana@[::1]"})
    CHECK(with_email(email) == "email malformed");
}

TEST_CASE("The local part of an e-mail address may be quoted") {
  for (const char* email :
       {R"("a b"@c.example)", R"("a@b"@c.example)", R"("a\"b\\"@c.example)", R"(""@c.example)", R"("ü <x>"@c.example)"})
    CHECK(kept_email(email) == email);
  for (const char* email : {R"("a"b"@c.example)", R"("a\"@c.example)", R"("@c.example)", R"(a"b"@c.example)",
                            R"("a"b@c.example)", "\"a\nb\"@c.example", "\"a\\\n\"@c.example"})
    CHECK(with_email(email) == "email malformed");
}

TEST_CASE("The host of an e-mail address has one form, however it was typed") {
  for (const char* host : {"bücher.example", "xn--bcher-kva.example", "XN--BCHER-KVA.Example", "BÜCHER.EXAMPLE",
                           "bücher。example", "bücher．example"})
    CHECK(kept_email("Ana.B@" + std::string(host)) == "Ana.B@bücher.example");
  // RFC 3492, 7.1 (A), (B), (I), (L)
  CHECK(kept_email("a@xn--egbpdaj6bu4bxfgehfvwxn") == "a@ليهمابتكلموشعربي؟");
  CHECK(kept_email("a@xn--ihqwcrb4cv8a8dqg056pqjye.cn") == "a@他们为什么不说中文.cn");
  CHECK(kept_email("a@xn--b1abfaaepdrnnbgefbaDotcwatmq2g4l") == "a@почемужеонинеговорятпорусски");
  CHECK(kept_email("a@xn--3B-ww4c5e180e575a65lsy2b") == "a@3年b組金八先生");
  CHECK(kept_email("a@xn--mgba3gch31f060k.com") == "a@نامه\u200Cای.com");
  // These two letters are not the same as those that they fold to.
  CHECK(kept_email("a@straße.example") == "a@straße.example");
  CHECK(kept_email("a@xn--strae-oqa.example") == "a@straße.example");
  CHECK(kept_email("a@strasse.example") == "a@strasse.example");

  for (const char* host : {"xn--", "xn---", "xn--a", "xn--abc-", "xn--99999999", "xn--\u00FC", "xn--bcher-kv",
                           "xn--BCHER-kvaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                           "xn--zzzzzzzzzzzzzzzzzzzz", "xn--a-ecp.ru", "xn--jbf911clb"}) {
    INFO(host);
    const auto kept = kept_email("a@" + std::string(host));
    if (kept != "refused")
      CHECK(kept_email(kept) == kept);
  }
  // These characters would be invisible, or would stand on the dot before them.
  for (const char* host : {"\u0301.example", "a.\u200D", "\u200Ca.example"})
    CHECK(with_email("a@" + std::string(host)) == "email malformed");
  // Case folding turns this one letter into three.
  CHECK(with_email("a@" + times(22, "\uFB03") + ".example") == "email malformed");
  CHECK(with_email("a@" + times(5, times(20, "\uFB03") + ".") + "example") == "email too-long");
  // A capital letter, a dot, or an encoded label without any character beyond ASCII is not a valid label.
  for (const char* host : {"xn--tda", "xn--abc-", "xn--a.example"})
    CHECK(with_email("a@" + std::string(host)) == (std::string(host) == "xn--tda" ? "" : "email malformed"));
}

TEST_CASE("A website has a web address, which gets its scheme if it was left out") {
  CHECK(kept_website("") == "");
  CHECK(kept_website("https://ana.example/a?b") == "https://ana.example/a?b");
  CHECK(kept_website("HTTP://ana.example") == "HTTP://ana.example");
  CHECK(kept_website("ana.example") == "https://ana.example");
  CHECK(kept_website("ana.example:8080/x") == "https://ana.example:8080/x");
  CHECK(kept_website("ana.example/?to=https://other.example/") == "https://ana.example/?to=https://other.example/");
  CHECK(kept_website("ana.example/a b") == "https://ana.example/a%20b");
  CHECK(kept_website("my_site.example.") == "https://my_site.example.");
  CHECK(kept_website("bücher.example") == "https://b%C3%BCcher.example");
  CHECK(kept_website("xn--bcher-kva.example") == "https://xn--bcher-kva.example");
  for (const char* website : {"javascript:alert(1)",
                              "javascript://a%0aalert(1)",
                              "mailto:a@b",
                              "data://x",
                              "https://",
                              "x y",
                              "none yet",
                              "https://x%20y",
                              "https://bank.example@evil.example",
                              "https://x%00.example",
                              "x%2Fy.example",
                              "x%zz.example",
                              "x%",
                              "a..example",
                              "-a.example",
                              "https://a\\@b.example",
                              "<a>",
                              "https://a.example:x",
                              "https:/a.example",
                              "https://http://a.example",
                              "https://\u200D.example",
                              "a.example:99999",
                              "https://[::1]/",
                              "https://a\u3164.example",
                              "xn--abc-.example"})
    CHECK(kept_website(website) == "refused");
}

TEST_CASE("A website's address is still short enough once it is percent-encoded") {
  const std::string start = "https://ana.example/";
  CHECK(faults({"Ana", good.email, start + times(480, "a"), "x"}) == "");
  CHECK(faults({"Ana", good.email, start + times(481, "a"), "x"}) == "website too-long");
  CHECK(faults({"Ana", good.email, start + times(160, " "), "x"}) == "");
  CHECK(faults({"Ana", good.email, start + times(160, "a b"), "x"}) == "website too-long");
  CHECK(faults({"Ana", good.email, times(491, "a") + ".example", "x"}) == "website malformed");
}

TEST_CASE("A valid draft stays the same when it is validated again") {
  for (const Draft& draft : {Draft{" A\u00A0n\u202Ea" + times(20, "\u0301"), "A@XN--BCHER-KVA.example",
                                   "bücher.example/a b/ü?q=\u0301#x", "\n\n  a\x1B" + times(20, "\u0301")},
                             Draft{"Ana", R"("\\a b"@BÜCHER。example)", "HTTPS://Ana.example:1/%00", "x"},
                             Draft{"👩\u200D🚀", "ß@STRASSE.example", "a_b.example.", "\t code"}}) {
    const auto once = validate(draft);
    REQUIRE(once);
    const auto twice = validate(*once);
    REQUIRE(twice);
    CHECK(twice->name == once->name);
    CHECK(twice->email == once->email);
    CHECK(twice->website == once->website);
    CHECK(twice->text == once->text);
  }
}
