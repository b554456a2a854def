#include "cli/server_settings.hpp"

#include "core/ascii.hpp"
#include "publish/source/text_file.hpp"
#include "publish/values/fields.hpp"
#include "publish/values/notations.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace broadside::cli {

namespace {

using publish::Faults;
using publish::Fields;

/// These options make no sense in the file.
constexpr std::array not_in_file = {"help", "config", "check"};
/// The options that hold paths. An address of PostgreSQL stays as it is.
constexpr std::array options_with_paths = {"site", "database", "hold-words"};

std::string name_of(const CLI::Option& option) {
  const auto& names = option.get_lnames();
  return names.empty() ? "" : names.front();
}

std::string variable_for(std::string name) {
  for (char& letter : name)
    letter = letter == '-' ? '_' : uppered(letter);
  return "BROADSIDE_" + name;
}

bool may_be_in_file(const std::string& name) {
  return !name.empty() && std::find(not_in_file.begin(), not_in_file.end(), name) == not_in_file.end();
}

/// Returns the option of that name, or null if the file cannot have one.
CLI::Option* option_named(CLI::App& command, const std::string& name) {
  return may_be_in_file(name) ? command.get_option_no_throw("--" + name) : nullptr;
}

std::string known_names(CLI::App& command) {
  std::string names;
  for (const CLI::Option* option : command.get_options())
    if (const auto name = name_of(*option); may_be_in_file(name))
      names.append(names.empty() ? "" : ", ").append(name);
  return names;
}

std::string in_folder_of(const std::filesystem::path& file, const std::string& name, const std::string& value) {
  const bool is_path =
      std::find(options_with_paths.begin(), options_with_paths.end(), name) != options_with_paths.end();
  if (!is_path || value.find("://") != std::string::npos)
    return value;
  return (file.parent_path() / value).string();
}

void set(CLI::Option& option, const Fields& fields, const std::string& name, const std::filesystem::path& file,
         Faults& faults) {
  constexpr std::size_t longest = 4'096;
  auto values = fields.texts(name, longest, faults);
  if (values.empty() || option.count() > 0)
    return;
  if (values.size() > 1 && option.get_expected_max() <= 1) {
    faults.add(fields.location(name), "wrong-type", name + ": must be one value, not a list");
    return;
  }
  for (std::string& value : values)
    value = in_folder_of(file, name, value);
  try {
    option.add_result(values);
    option.run_callback();
  } catch (const CLI::Error& error) {
    faults.add(fields.location(name), "malformed", error.what());
  }
}

} // namespace

void read_environment(CLI::App& command) {
  for (CLI::Option* option : command.get_options())
    if (const auto name = name_of(*option); may_be_in_file(name))
      option->envname(variable_for(name));
}

Faults read_settings(CLI::App& command, const std::filesystem::path& file) {
  Faults faults;
  const auto text = publish::read_text_file(file, faults);
  if (!text)
    return faults;
  const auto document = publish::read_yaml(*text, {file, 1}, faults);
  const auto fields = document ? Fields::of(*document, file, faults) : std::nullopt;
  if (!fields)
    return faults;
  for (const auto& [name, location] : fields->names()) {
    if (CLI::Option* option = option_named(command, name))
      set(*option, *fields, name, file, faults);
    else
      faults.add(location, "unknown-member",
                 name + ": is no setting of the server; these are: " + known_names(command));
  }
  return faults;
}

} // namespace broadside::cli
