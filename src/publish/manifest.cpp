#include "publish/manifest.hpp"

#include "publish/manifest/outline_bytes.hpp"

#include <algorithm>
#include <cstring>
#include <fstream>

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;

// The number changes with the form of the file. Another program reads nothing of it in any case, since its stamp is
// part of the base.
constexpr std::string_view magic = "broadside manifest 1\n";

fs::path manifest_file(const fs::path& site) { return build_folder(site) / "manifest"; }

// A sum by which damage shows, not a defence: who can write this file can write the site.
std::uint64_t sum_of(std::string_view bytes) {
  std::uint64_t sum = bytes.size();
  for (; !bytes.empty(); bytes.remove_prefix(std::min<std::size_t>(8, bytes.size()))) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data(), std::min<std::size_t>(8, bytes.size()));
    sum = (sum ^ word) * 0x9E3779B97F4A7C15U;
    sum ^= sum >> 29U;
  }
  return sum;
}

void write_stamp(const FileStamp& stamp, BytesWriter& out) {
  out.number(stamp.device);
  out.number(stamp.inode);
  out.number(stamp.size);
  out.number(static_cast<std::uint64_t>(stamp.modified));
  out.number(static_cast<std::uint64_t>(stamp.changed));
}

FileStamp read_stamp(BytesReader& in) {
  FileStamp stamp;
  stamp.device = in.number();
  stamp.inode = in.number();
  stamp.size = in.number();
  stamp.modified = in.as<std::int64_t>();
  stamp.changed = in.as<std::int64_t>();
  return stamp;
}

void write_tree(const FileTree& tree, BytesWriter& out) {
  write_stamp(tree.stamp, out);
  out.list(tree.entries, [&](const FileTree::Entry& entry) {
    out.text(entry.name);
    out.number(entry.is_folder ? 1 : 0);
    write_stamp(entry.stamp, out);
    if (entry.is_folder)
      write_tree(entry.folder, out);
  });
}

FileTree read_tree(BytesReader& in) {
  FileTree tree;
  tree.stamp = read_stamp(in);
  in.list([&] {
    FileTree::Entry entry;
    entry.name = in.text();
    entry.is_folder = in.number() == 1;
    entry.stamp = read_stamp(in);
    if (entry.is_folder)
      entry.folder = read_tree(in);
    tree.entries.push_back(std::move(entry));
  });
  return tree;
}

template <typename Paths> void write_paths(const Paths& paths, BytesWriter& out) {
  out.list(paths, [&](const fs::path& path) { out.text(path.native()); });
}

std::set<fs::path> read_paths(BytesReader& in) {
  std::set<fs::path> paths;
  in.list([&] { paths.emplace_hint(paths.end(), in.text()); });
  return paths;
}

void write_texts(const std::vector<std::string>& texts, BytesWriter& out) {
  out.list(texts, [&](const std::string& text) { out.text(text); });
}

std::vector<std::string> read_texts(BytesReader& in) {
  std::vector<std::string> texts;
  in.list([&] { texts.push_back(in.text()); });
  return texts;
}

void write_location(const Location& location, BytesWriter& out) {
  out.text(location.file.native());
  out.number(static_cast<std::uint64_t>(location.line));
  out.number(static_cast<std::uint64_t>(location.column));
}

Location read_location(BytesReader& in) {
  Location location;
  location.file = in.text();
  location.line = in.as<int>();
  location.column = in.as<int>();
  return location;
}

void write_size(const std::optional<int>& size, BytesWriter& out) {
  out.optional(size, [&](int number) { out.number(static_cast<std::uint64_t>(number)); });
}

std::optional<int> read_size_number(BytesReader& in) {
  return in.optional<int>([&] { return in.as<int>(); });
}

void write_text_outline(const TextOutline& text, BytesWriter& out) {
  for (const std::string* member : {&text.language, &text.title, &text.dek, &text.modified})
    out.text(*member);
  write_texts(text.authors, out);
  out.optional(text.lead, [&](const ListedPicture& lead) {
    out.text(lead.src);
    write_size(lead.width, out);
    write_size(lead.height, out);
  });
}

TextOutline read_text_outline(BytesReader& in) {
  TextOutline text;
  for (std::string* member : {&text.language, &text.title, &text.dek, &text.modified})
    *member = in.text();
  text.authors = read_texts(in);
  text.lead = in.optional<ListedPicture>([&] {
    ListedPicture lead;
    lead.src = in.text();
    lead.width = read_size_number(in);
    lead.height = read_size_number(in);
    return lead;
  });
  return text;
}

ArticleOutline read_outline(BytesReader& in) {
  ArticleOutline outline;
  for (std::string* member : {&outline.id, &outline.default_language, &outline.published, &outline.modified})
    *member = in.text();
  in.list([&] { outline.texts.push_back(read_text_outline(in)); });
  return outline;
}

void write_folder(const ArticleFolder& folder, BytesWriter& out) {
  out.text(folder.path.native());
  out.text(folder.article.id);
  out.list(folder.withheld, [&](const Withheld& text) {
    out.number(static_cast<std::uint64_t>(text.reason));
    out.text(text.file.native());
    out.text(text.date);
    write_paths(text.names, out);
  });
  write_paths(folder.names, out);
  out.list(folder.links, [&](const TextLink& link) {
    write_location(link.location, out);
    out.text(link.typed);
    out.text(link.text.native());
  });
  write_paths(folder.assets, out);
  out.optional(folder.changes_at, [&](std::int64_t time) { out.number(static_cast<std::uint64_t>(time)); });
}

ArticleFolder read_folder(BytesReader& in) {
  ArticleFolder folder;
  folder.path = in.text();
  folder.article.id = in.text();
  in.list([&] {
    Withheld text;
    text.reason = static_cast<Withheld::Reason>(in.number());
    text.file = in.text();
    text.date = in.text();
    text.names = read_paths(in);
    folder.withheld.push_back(std::move(text));
  });
  folder.names = read_paths(in);
  in.list([&] {
    TextLink link;
    link.location = read_location(in);
    link.typed = in.text();
    link.text = in.text();
    folder.links.push_back(std::move(link));
  });
  in.list([&] { folder.assets.emplace_back(in.text()); });
  folder.changes_at = in.optional<std::int64_t>([&] { return in.as<std::int64_t>(); });
  return folder;
}

void write_article(const BuiltArticle& article, BytesWriter& out) {
  write_folder(*article.folder, out);
  write_outline(article.outline, out);
  out.list(article.files, [&](const SiteFile& file) { out.text(file.name); });
  out.list(article.faults.warnings(), [&](const Fault& warning) {
    write_location(warning.location, out);
    out.text(warning.code);
    out.text(warning.message);
  });
  out.number(article.build);
}

std::shared_ptr<const BuiltArticle> read_article(BytesReader& in) {
  BuiltArticle article;
  article.folder = read_folder(in);
  article.outline = read_outline(in);
  in.list([&] { article.files.push_back({in.text(), {}}); });
  in.list([&] {
    const Location location = read_location(in);
    std::string code = in.text();
    article.faults.warn(location, std::move(code), in.text());
  });
  article.build = in.number();
  article.is_whole = false;
  return std::make_shared<const BuiltArticle>(std::move(article));
}

void write_manifest(const Manifest& manifest, BytesWriter& out) {
  out.text(manifest.base);
  out.number(static_cast<std::uint64_t>(manifest.now));
  out.number(manifest.build);
  write_tree(manifest.content, out);
  out.list(manifest.articles, [&](const auto& known) {
    out.text(known.first);
    write_article(*known.second, out);
  });
  out.list(manifest.files, [&](const auto& known) {
    out.text(known.first);
    write_stamp(known.second.stamp, out);
    out.text(known.second.key);
  });
}

void read_rest(BytesReader& in, Manifest& manifest) {
  manifest.content = read_tree(in);
  in.list([&] {
    std::string id = in.text();
    manifest.articles.emplace_hint(manifest.articles.end(), std::move(id), read_article(in));
  });
  in.list([&] {
    std::string name = in.text();
    const FileStamp stamp = read_stamp(in);
    manifest.files.emplace(std::move(name), KeptFile{stamp, in.text()});
  });
}

// Returns the part of the file that the sum is of, or nothing if the file is damaged.
std::optional<std::string_view> undamaged(std::string_view bytes) {
  if (!bytes.starts_with(magic) || bytes.size() < magic.size() + sizeof(std::uint64_t))
    return std::nullopt;
  bytes.remove_prefix(magic.size());
  std::uint64_t sum = 0;
  std::memcpy(&sum, bytes.data(), sizeof sum);
  bytes.remove_prefix(sizeof sum);
  return sum == sum_of(bytes) ? std::optional(bytes) : std::nullopt;
}

std::string bytes_of(const fs::path& file) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  std::ifstream stream(file, std::ios::binary);
  if (error || !stream)
    return {};
  std::string bytes(size, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(size));
  return stream ? bytes : std::string();
}

} // namespace

void write_outline(const ArticleOutline& outline, BytesWriter& out) {
  for (const std::string* member : {&outline.id, &outline.default_language, &outline.published, &outline.modified})
    out.text(*member);
  out.list(outline.texts, [&](const TextOutline& text) { write_text_outline(text, out); });
}

Manifest read_manifest(const fs::path& site, const std::string& base) {
  const std::string file = bytes_of(manifest_file(site));
  const auto bytes = undamaged(file);
  if (!bytes)
    return {base};
  BytesReader in(*bytes);
  Manifest manifest{in.text(), in.as<std::int64_t>(), in.number()};
  if (manifest.base == base)
    read_rest(in, manifest);
  else
    manifest.base = base;
  return in.is_good() ? std::move(manifest) : Manifest{base};
}

bool write_manifest(const fs::path& site, const Manifest& manifest) {
  BytesWriter out;
  write_manifest(manifest, out);
  const std::uint64_t sum = sum_of(out.bytes());
  std::string file(magic);
  file.append(reinterpret_cast<const char*>(&sum), sizeof sum).append(out.bytes());
  return replace_file(manifest_file(site), file);
}

} // namespace broadside::publish
