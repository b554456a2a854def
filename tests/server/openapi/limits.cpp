#include "openapi/description.hpp"

#include "core/article/article.hpp"
#include "core/reply/reply.hpp"
#include "server/api/paths.hpp"
#include "server/api/problem.hpp"
#include "server/replies/key.hpp"
#include "server/replies/service.hpp"

#include <regex>

using namespace broadside;
using namespace broadside::test;
using Json = nlohmann::json;

namespace {

std::size_t longest(const Description& description, const std::string& field) {
  return description.member("NewReply", field)["maxLength"].as<std::size_t>();
}

} // namespace

TEST_CASE("The description has the limits of replies") {
  const Description description;
  CHECK(longest(description, "name") == reply::longest_name);
  CHECK(longest(description, "email") == reply::longest_email);
  CHECK(longest(description, "website") == reply::longest_website);
  CHECK(longest(description, "text") == reply::longest_text);
}

TEST_CASE("The description has the limits of pages") {
  const Description description;
  const auto limit = Description::parameter(description.path(std::string(server::api::path::replies))["get"], "limit");
  CHECK(limit["minimum"].as<int>() == 1);
  CHECK(limit["maximum"].as<int>() == server::replies::longest_page);
  CHECK(limit["default"].as<int>() == server::replies::default_page);
}

TEST_CASE("The description has the rules of ids and keys") {
  const Description description;
  const auto id = Description::parameter(description.path(std::string(server::api::path::replies)), "id");
  const std::regex id_pattern(id["pattern"].as<std::string>());
  const std::regex key_pattern(description.member("NewReply", "key")["pattern"].as<std::string>());
  for (const std::size_t length : {0, 1, 15, 16, 64, 65, 100, 101})
    for (const char* rest : {"", "A", "_", "-", ".", "/", " ", "\n", "é"}) {
      const std::string text = std::string(length, 'a') + rest;
      INFO(text);
      CHECK(article::is_id(text) == std::regex_match(text, id_pattern));
      CHECK(server::replies::Key::parse(text).has_value() == std::regex_match(text, key_pattern));
    }
}

namespace {

std::vector<std::string> texts_of(const YAML::Node& list) { return list.as<std::vector<std::string>>(); }

template <typename Value, std::size_t n> std::vector<std::string> texts_of(const Words<Value, n>& words) {
  std::vector<std::string> texts;
  for (const auto& [word, value] : words)
    texts.emplace_back(word);
  return texts;
}

/// The types of problems as answers have them.
std::vector<std::string> problem_types() {
  using Type = server::api::ProblemType;
  std::vector<std::string> types;
  for (int type = 0; type <= static_cast<int>(Type::not_http); ++type)
    types.push_back(Json::parse(response_of(server::api::Problem{static_cast<Type>(type), "", {}}).body)["type"]);
  return types;
}

} // namespace

TEST_CASE("The description has the words of problems") {
  const Description description;
  CHECK(texts_of(description.member("Problem", "type")["enum"]) == problem_types());
  const auto problem = description.member("Problem", "problems")["items"]["properties"];
  CHECK(texts_of(problem["field"]["enum"]) == texts_of(reply::field_words));
  CHECK(texts_of(problem["code"]["enum"]) == texts_of(reply::fault_words));
}
