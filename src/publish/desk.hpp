#pragma once

#include "publish/article_memory.hpp"
#include "publish/output/site_in_memory.hpp"
#include "publish/site.hpp"

namespace broadside::publish {

/// A publisher's desk: the site as it is while somebody writes it, drafts included, in memory. It is built again and
/// again, each time only as far as files have changed.
class Desk {
public:
  /// Drafts and texts with a future date are built whatever the options' release says.
  explicit Desk(SiteOptions);

  /// The faults and remarks of a build. With a fault, the site stays as it was.
  struct State {
    /// The last site that had no fault. It is null if there has been none.
    std::shared_ptr<const SiteInMemory> site;
    /// The faults or, if there are none, the warnings.
    std::vector<Fault> found = {};
    bool has_faults = false;
    /// The number of the site's files that differ from those before.
    std::size_t changed = 0;
    /// The number of articles that were made anew.
    std::size_t made = 0;
  };
  State build();

  /// Returns the policy of the site's pages, on which scripts in `folder` run too, and may fetch from it.
  std::string policy(const html::Url& folder) const;

private:
  Built write(Source&, Output&, Faults&);

  SiteOptions options_;
  ArticleMemory memory_;
  /// The settings file and the loader of the last build, on which all articles depend.
  std::optional<FileStamp> settings_stamp_;
  std::string integrity_;
  std::optional<Settings> settings_;
  std::shared_ptr<const SiteInMemory> site_;
};

} // namespace broadside::publish
