#pragma once

#include "publish/output/site_file.hpp"
#include "publish/signing/key.hpp"
#include "publish/source/article_folder.hpp"

#include <cstdint>
#include <vector>

namespace broadside::publish {

/// Adds article.sig.json to an article's data, in which the publisher signs these and every file that its texts name.
/// `files` are those of add_data, and `now` is the time of the build. Faults: too-large, unreadable. Warnings: undated,
/// dated-ahead.
void add_signature(const ArticleFolder&, const SigningKey&, std::int64_t now, std::vector<SiteFile>& files, Faults&);

} // namespace broadside::publish
