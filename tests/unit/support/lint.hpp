#pragma once

#include "core/lint/lint.hpp"
#include "core/markdown/parse.hpp"
#include "support/rendered.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace broadside::tests {

using Names = std::vector<std::string>;

inline std::vector<lint::Remark> remarks_in(std::string_view markdown, const lint::Options& options = {}) {
  return lint::remarks_on(markdown, markdown::parse(markdown, {}).get(), options);
}

/// Returns the remarks on a text, each as "code at line".
inline Names said(const std::string& markdown, const lint::Options& options = {}) {
  Names names;
  for (const lint::Remark& remark : remarks_in(markdown, options))
    names.push_back(remark.code + " at " + std::to_string(remark.line));
  return names;
}

inline std::string first_message(const std::string& markdown, const lint::Options& options = {}) {
  const auto remarks = remarks_in(markdown, options);
  REQUIRE_FALSE(remarks.empty());
  return remarks.front().message;
}

inline std::string mended(const std::string& markdown, const lint::Options& options = {}) {
  return lint::mended(markdown, remarks_in(markdown, options));
}

} // namespace broadside::tests
