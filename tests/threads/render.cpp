#include "core/markdown/render.hpp"
#include "core/html/text_writer.hpp"

#include <catch2/catch.hpp>

#include <latch>
#include <string>
#include <thread>
#include <vector>

using namespace broadside;
using markdown::Profile;

namespace {

constexpr int thread_count = 8;
constexpr int rounds = 15;

struct Task {
  std::string text;
  markdown::Options options;
};

// Returns texts that use every extension of the parser, and texts that must not be affected by any of them.
std::vector<Task> tasks() {
  std::string long_text =
      "A paragraph of *some* length with ~~struck~~ words, https://example.org/a and a@example.org.\n\n";
  for (int i = 0; i < 5; ++i)
    long_text += long_text;
  const std::vector<std::string> texts = {
      "a ~~b~~ *~~c~~* **~~d~~**e ~~*f*~~ https://example.org/~~g~~ www.example.org: x@example.org",
      "| a | b |\n|:-:|--:|\n| ~~c~~ | `d|e` |\n\n- [x] f\n- [ ] g\n\nh[^1]\n\n[^1]: i ~~j~~",
      "[k]: /l 'm'\n\n[k] ![n](o.png) <p>&quot;</p>\n\n```c\np\n```\n\n> # q\n> 1. r",
      long_text,
  };
  std::vector<Task> result;
  for (const auto& text : texts)
    for (const auto profile : {Profile::article, Profile::commonmark, Profile::gfm, Profile::reply})
      result.push_back({text, {.profile = profile, .language = "ja"}});
  return result;
}

std::string rendered(const Task& task) {
  std::string html;
  html::TextWriter writer(html);
  markdown::render(task.text, task.options, writer);
  return html;
}

} // namespace

// This is the only test of its program: the threads must be the first to use the parser.
TEST_CASE("Several threads that render at once produce the same as one alone") {
  const auto work = tasks();
  std::vector<std::vector<std::string>> results(thread_count);
  std::latch start(thread_count);
  std::vector<std::jthread> threads;
  for (int i = 0; i < thread_count; ++i)
    threads.emplace_back([&, i] {
      start.arrive_and_wait();
      for (int round = 0; round < rounds; ++round)
        for (std::size_t at = 0; at < work.size(); ++at)
          results[static_cast<std::size_t>(i)].push_back(
              rendered(work[(at + static_cast<std::size_t>(i)) % work.size()]));
    });
  threads.clear();

  std::vector<std::string> expected;
  for (const auto& task : work)
    expected.push_back(rendered(task));
  int wrong = 0;
  for (std::size_t i = 0; i < results.size(); ++i)
    for (std::size_t at = 0; at < results[i].size(); ++at)
      if (results[i][at] != expected[(at + i) % work.size()])
        ++wrong;
  CHECK(wrong == 0);
}
