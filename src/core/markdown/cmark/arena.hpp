#pragma once

#include <cstddef>

#include <cmark-gfm.h>

namespace broadside::markdown {

/// Memory for cmark: given out of blocks that grow, and given back all at once. Most of the time of parsing would
/// otherwise go into thousands of small allocations and their release.
class Arena {
public:
  Arena() = default;
  ~Arena();
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  /// Zeroed, and aligned for what cmark keeps.
  void* allocate(std::size_t size);
  /// Grows in place if nothing has been allocated since.
  void* reallocate(void* memory, std::size_t size);
  void release(void* memory);

private:
  struct Block;
  struct Header;

  void add_block(std::size_t size);
  bool is_last(const Header* header) const;

  Block* block_ = nullptr;
  char* next_ = nullptr;
  char* end_ = nullptr;
};

/// While it lives, what cmark allocates with memory() on this thread is the arena's: cmark's allocator is three
/// functions that are not told for whom. Scopes nest, like the variables they are.
class ArenaScope {
public:
  explicit ArenaScope(Arena& arena);
  ~ArenaScope();
  ArenaScope(const ArenaScope&) = delete;
  ArenaScope& operator=(const ArenaScope&) = delete;

  static cmark_mem* memory();

private:
  Arena* outer_;
};

} // namespace broadside::markdown
