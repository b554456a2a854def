#pragma once

#include "publish/output/output.hpp"
#include "publish/output/site_file.hpp"
#include "publish/signing/key.hpp"
#include "publish/source/article_folder.hpp"

#include <cstdint>
#include <vector>

namespace broadside::publish {

/// Writes article.sig.json, in which the publisher signs the article's data and every file that its texts name.
/// `data` are the files that write_data has written, and `now` is the time of the build. Faults: those of
/// Output::write, and too-large, unreadable. Warnings: undated, dated-ahead.
void write_signature(const ArticleFolder&, const std::vector<SiteFile>& data, const SigningKey&, std::int64_t now,
                     Output&, Faults&);

} // namespace broadside::publish
