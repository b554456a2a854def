#pragma once

#include "core/words.hpp"
#include "publish/faults/faults.hpp"

namespace broadside::publish {

/// The forms in which faults are written: for people, for programs, or for the checks of a pull request on GitHub.
enum class FaultFormat { text, json, github };

constexpr Words<FaultFormat, 3> fault_format_words = {
    {{"text", FaultFormat::text}, {"json", FaultFormat::json}, {"github", FaultFormat::github}}};

/// Returns faults as a JSON array of {"file", "line", "column", "severity", "code", "message"}. `line` and `column` are
/// counted from 1 and are missing where they are not known; `severity` is "error" or "warning".
std::string faults_as_json(const std::vector<Fault>&);

/// Returns faults as commands of GitHub Actions, one a line: "::warning file=a.md,line=3,col=5,title=raw-html::…".
std::string faults_as_github(const std::vector<Fault>&);

} // namespace broadside::publish
