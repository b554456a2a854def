#include "shared_rules.hpp"

#include "core/article/article.hpp"
#include "core/article/signature.hpp"
#include "core/html/link_relation.hpp"
#include "core/json/text.hpp"
#include "core/language_tag.hpp"
#include "core/markdown/options.hpp"
#include "core/markdown/videos.hpp"
#include "core/reply/reply.hpp"
#include "core/reply/thread_policy.hpp"
#include "core/word_list.hpp"
#include "wasm/protocol/words.hpp"

#include <ostream>
#include <string>

namespace {

using namespace broadside;

// Prints the words as a constant array and as a type.
template <typename Value, std::size_t n>
void print_words(std::ostream& out, std::string_view name, std::string_view type, const Words<Value, n>& words) {
  out << "export const " << name << " = [";
  for (std::size_t i = 0; i < n; ++i)
    out << (i == 0 ? "" : ", ") << json::quoted(words[i].first);
  out << "] as const;\nexport type " << type << " = (typeof " << name << ")[number];\n";
}

std::string pattern_of(const markdown::NameShape& shape) {
  const std::string most = shape.least == shape.most ? "" : "," + std::to_string(shape.most);
  return "[" + std::string(shape.characters) + "]{" + std::to_string(shape.least) + most + "}";
}

std::string whole(const std::string& pattern) { return "/^" + pattern + "$/"; }

// Returns the path as the inside of a regular expression: slashes are escaped, and a star stands for any one segment.
std::string escaped_path(std::string_view path) {
  std::string pattern;
  for (const char c : path)
    pattern += c == '/' ? "\\/" : c == '*' ? "[\\w-]+" : std::string(1, c);
  return pattern;
}

std::string any_of_paths(std::string_view paths) {
  std::string alternatives;
  while (!paths.empty())
    alternatives += (alternatives.empty() ? "" : "|") + escaped_path(take_word(paths));
  return "(?:" + alternatives + ")";
}

std::string path_pattern(const markdown::VideoPattern& video) {
  if (!video.parameter.empty())
    return whole(any_of_paths(video.paths));
  const std::string key = video.key.most > 0 ? "(?:\\/(" + pattern_of(video.key) + "))?" : "";
  return whole(any_of_paths(video.paths) + "(" + pattern_of(video.name) + ")" + key + "\\/?");
}

void print_video_pattern(std::ostream& out, const markdown::VideoPattern& video) {
  out << "  { provider: " << json::quoted(video.provider) << ", hosts: " << json::quoted(video.hosts)
      << ", path: " << path_pattern(video);
  if (!video.parameter.empty())
    out << ", parameter: " << json::quoted(video.parameter) << ", name: " << whole(pattern_of(video.name));
  if (video.key.most > 0)
    out << ", key: " << whole(pattern_of(video.key));
  out << " },\n";
}

void print_videos(std::ostream& out) {
  out << R"(
/** One form that the addresses of a provider's videos have. */
export interface VideoPattern {
  readonly provider: 'YouTube' | 'Vimeo';
  /** The names of the hosts, separated by spaces. */
  readonly hosts: string;
  /**
   * The pattern of the path. Its first group is the video's name, unless there is a parameter; its second group is the
   * key of an unlisted video.
   */
  readonly path: RegExp;
  /** The query's parameter that is the video's name, and the pattern of a name. */
  readonly parameter?: string;
  readonly name?: RegExp;
  /** The pattern of a key. */
  readonly key?: RegExp;
}

export const videoPatterns: readonly VideoPattern[] = [
)";
  for (const auto& video : markdown::video_patterns())
    print_video_pattern(out, video);
  out << "];\n";
}

} // namespace

void print_shared_rules(std::ostream& out) {
  out << "// Made of the core's tables by web/vocabulary/shared_rules.cpp.\n\n";
  print_words(out, "outputWords", "Output", markdown::output_words);
  print_words(out, "profileWords", "Profile", markdown::profile_words);
  print_words(out, "rawHtmlWords", "RawHtml", markdown::raw_html_words);
  print_words(out, "typographyWords", "Typography", markdown::typography_words);
  print_words(out, "threadPolicyWords", "ThreadPolicy", reply::thread_policy_words);
  print_words(out, "repliesWords", "RepliesState", article::replies_words);
  print_words(out, "fieldWords", "Field", reply::field_words);
  print_words(out, "faultWords", "Fault", reply::fault_words);
  print_words(out, "stateWords", "State", reply::state_words);
  print_words(out, "threadStateWords", "ThreadState", wasm::thread_state_words);
  print_words(out, "formStatusWords", "FormStatus", wasm::form_status_words);
  print_words(out, "formPurposeWords", "FormPurpose", wasm::form_purpose_words);
  out << "\nexport const defaultThreadDepth = " << reply::default_thread_depth
      << ";\nexport const greatestThreadDepth = " << reply::greatest_thread_depth << ";\n";
  out << "\nexport const mostTranslations = " << article::most_translations
      << ";\n/** The bytes of article.json. */\nexport const longestArticle = " << json::Limits().bytes
      << ";\n/** The bytes of article.sig.json. */\nexport const longestSignature = " << article::longest_signature
      << ";\n\n/** A well-formed language tag (RFC 5646, 2.1). */\nexport const languageTag = /"
      << language::well_formed_pattern() << "/;\nexport const longestLanguageTag = " << language::longest_tag << ";\n";
  out << "\n/** The word in a link's `rel` by which the page that opens has no hold on this one. */\nexport const "
         "noOpener = "
      << json::quoted(html::no_opener) << ";\n";
  print_videos(out);
}
