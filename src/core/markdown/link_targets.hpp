#pragma once

#include "core/markdown/ids.hpp"
#include "core/markdown/options.hpp"
#include "core/markdown/parse.hpp"

#include <cmark-gfm.h>

#include <map>
#include <string>

namespace broadside::markdown {

/// The places of a text to which its links can lead: its headings, and elements in its raw HTML that have an id. Links
/// may lead to places below them, so the places are looked up before anything is written.
class LinkTargets {
public:
  LinkTargets(Ids& ids, const Options& options);

  /// Notes the places of a document that is going to be written. Ids that authors chose for headings are given first,
  /// so that no heading above them takes one.
  void expect(const Document&);

  /// Returns the heading's id: the one that its author chose, or else one made of its words.
  std::string heading_id(cmark_node* heading);

private:
  void reserve_chosen(const Document&);

  Ids& ids_;
  bool has_raw_ids_;
  std::map<const cmark_node*, std::string> chosen_;
};

} // namespace broadside::markdown
