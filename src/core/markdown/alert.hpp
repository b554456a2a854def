#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace broadside::markdown {

/// The five kinds of GitHub's alerts: quotations that begin with a line such as "[!NOTE]".
enum class Alert : std::uint8_t { note, tip, important, warning, caution };

constexpr std::array<std::string_view, 5> alert_names = {"note", "tip", "important", "warning", "caution"};

constexpr std::string_view name(Alert alert) { return alert_names[static_cast<std::size_t>(alert)]; }

/// Returns the alert that the line begins: it must hold only the marker, in upper or lower case, and white space.
std::optional<Alert> read_alert(std::string_view line);

} // namespace broadside::markdown
