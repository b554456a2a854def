#pragma once

#include "publish/output.hpp"
#include "publish/source/article_folder.hpp"

namespace broadside::publish {

/// Writes what other pages embed of an article: article.json with all its languages where that is small, and else with
/// its default one alone and a file for each of the others (docs/publishing.md). Faults: those of Output::write, and of
/// article::parse for what the loader would refuse.
void write_data(const ArticleFolder&, const Settings&, Output&, Faults&);

} // namespace broadside::publish
