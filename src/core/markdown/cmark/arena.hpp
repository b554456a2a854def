#pragma once

#include <cstddef>

#include <cmark-gfm.h>

namespace broadside::markdown {

/// Memory for cmark, in blocks that grow and are released all at once. Otherwise parsing would spend most of its time
/// on thousands of small allocations and their release.
class Arena {
public:
  Arena() = default;
  ~Arena();
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  /// Returns zeroed memory, aligned for everything that cmark keeps.
  void* allocate(std::size_t size);
  /// Grows the memory in place if nothing has been allocated since.
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

/// While this object lives, cmark's memory() on this thread allocates from the arena, because cmark's allocator is
/// three functions without a context. Scopes nest, as variables do.
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
