#include "publish/values/yaml_cause.hpp"

#include "core/lines.hpp"

#include <yaml-cpp/exceptions.h>

namespace broadside::publish {
namespace {

using namespace YAML;

// A line "name: value", divided at the first colon with a space after it. Without one, all of it is the value.
struct Member {
  std::string_view name, value;
};

Member member_of(std::string_view line) {
  const auto colon = line.find(": ");
  if (colon == std::string_view::npos)
    return {"", trimmed(line)};
  return {line.substr(0, colon + 1), trimmed(line.substr(colon + 1))};
}

// Returns the value in single quotes, so that it is a text whatever it contains (YAML 1.2, 7.3.2). A single quotation
// mark in it is doubled.
std::string in_quotes(std::string_view value) {
  const bool is_quoted =
      value.size() > 1 && value.front() == value.back() && (value.front() == '\'' || value.front() == '"');
  std::string text = "'";
  for (const char c : is_quoted ? value.substr(1, value.size() - 2) : value)
    text.append(c == '\'' ? "''" : std::string(1, c));
  return text + "'";
}

std::string to_write(const Member& member) {
  return "; write " + std::string(trimmed(member.name)) + (member.name.empty() ? "" : " ") + in_quotes(member.value);
}

bool begins_with_one_of(std::string_view value, std::string_view characters) {
  return !value.empty() && characters.find(value.front()) != std::string_view::npos;
}

std::string cause_of_value(const std::string& message, const Member& member) {
  const std::string first(member.value.substr(0, 1));
  if (message == ErrorMsg::MAP_VALUE && member.value.find(": ") != std::string_view::npos)
    return "a value that contains \": \" must be in quotes";
  if (message.starts_with(ErrorMsg::INVALID_ESCAPE))
    return "in double quotes a backslash begins an escape";
  if (message == ErrorMsg::END_OF_MAP && begins_with_one_of(member.value, "'\""))
    return "the value continues after its second " + first + ", so all of it must be in quotes";
  if (message == ErrorMsg::END_OF_MAP && begins_with_one_of(member.value, "[{"))
    return "the value continues after the end of what " + first + " begins, so all of it must be in quotes";
  if (begins_with_one_of(member.value, "@`%&*!|>]}"))
    return "a value that begins with " + first + " must be in quotes";
  return "";
}

std::string cause_of_line(const std::string& message, std::string_view line) {
  if (message == ErrorMsg::TAB_IN_INDENTATION || line.starts_with('\t'))
    return "it is indented by a tab; write spaces";
  if (message == ErrorMsg::BLOCK_ENTRY)
    return "a list begins on the line after its name; write each item there, after \"- \"";
  if (message == ErrorMsg::EOF_IN_SCALAR || message == ErrorMsg::DOC_IN_SCALAR ||
      message == ErrorMsg::END_OF_MAP_FLOW || message == ErrorMsg::END_OF_SEQ_FLOW)
    return "a quotation mark or bracket above is not closed; close it, or put the whole value in quotes";
  if (message == ErrorMsg::MAP_VALUE || message == ErrorMsg::END_OF_MAP || message == ErrorMsg::END_OF_SEQ)
    return "this line or the one above is not \"name: value\" with the indentation of the others; write a space after "
           "the "
           "colon, and as many spaces before the name as the lines around it have";
  return message;
}

} // namespace

std::string yaml_cause(const std::string& message, std::string_view line) {
  const Member member = member_of(line);
  const std::string cause = cause_of_value(message, member);
  return cause.empty() ? cause_of_line(message, line) : cause + to_write(member);
}

} // namespace broadside::publish
