#include "publish/faults/formats.hpp"

#include "core/json/object_writer.hpp"

namespace broadside::publish {
namespace {

std::string_view severity_of(const Fault& fault) { return fault.is_warning ? "warning" : "error"; }

std::optional<int> if_known(int number) { return number > 0 ? std::optional(number) : std::nullopt; }

// Escapes a text as GitHub's own toolkit does; in a github_property also the signs that end it.
std::string escaped_for_github(std::string_view text, std::string_view ends) {
  std::string out;
  for (const char c : text) {
    if (c == '%')
      out += "%25";
    else if (c == '\r')
      out += "%0D";
    else if (c == '\n')
      out += "%0A";
    else if (ends.find(c) != std::string_view::npos)
      out += c == ':' ? "%3A" : "%2C";
    else
      out += c;
  }
  return out;
}

std::string github_property(std::string_view name, std::string_view value) {
  return std::string(name) + "=" + escaped_for_github(value, ":,");
}

} // namespace

std::string faults_as_json(const std::vector<Fault>& faults) {
  std::string json = "[";
  for (const Fault& fault : faults) {
    json += json.size() > 1 ? ",\n  " : "\n  ";
    json::ObjectWriter object(json, 1);
    object.text("file", fault.location.file.string());
    object.number("line", if_known(fault.location.line));
    object.number("column", if_known(fault.location.column));
    object.text("severity", severity_of(fault));
    object.text("code", fault.code);
    object.text("message", fault.message);
    object.finish();
  }
  return json + (faults.empty() ? "]\n" : "\n]\n");
}

std::string faults_as_github(const std::vector<Fault>& faults) {
  std::string lines;
  for (const Fault& fault : faults) {
    const auto& [file, line, column] = fault.location;
    lines += "::" + std::string(severity_of(fault)) + " " + github_property("file", file.string());
    if (line > 0)
      lines += "," + github_property("line", std::to_string(line));
    if (column > 0)
      lines += "," + github_property("col", std::to_string(column));
    lines += "," + github_property("title", fault.code) + "::" + escaped_for_github(fault.message, "") + "\n";
  }
  return lines;
}

} // namespace broadside::publish
