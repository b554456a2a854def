#pragma once

#include "core/reply/reply.hpp"
#include "server/http/message.hpp"
#include "server/site/articles.hpp"

#include <string>
#include <string_view>

namespace broadside::server::api {

/// The complaint and note of a reader, and a sentence that says why they were not taken.
struct ReportDraft {
  std::string complaint, note, problem = {};
};

/// Returns the page on which a reader reports a reply.
http::Response report_page(const ArticleInfo&, const reply::Reply&, const ReportDraft&, unsigned status);

/// Returns the page that says that the report has come.
http::Response thanks_for_report(const ArticleInfo&, const std::string& reply);

} // namespace broadside::server::api
