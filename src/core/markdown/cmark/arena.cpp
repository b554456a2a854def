#include "core/markdown/cmark/arena.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>
#include <utility>

namespace broadside::markdown {

struct alignas(8) Arena::Block {
  Block* previous;
  std::size_t size;
};

struct alignas(8) Arena::Header {
  std::size_t size;
};

namespace {

// A reply needs one block. The C library would get a larger block than the last one from the system each time, page by
// page.
constexpr std::size_t first_block = std::size_t{16} << 10U;
constexpr std::size_t largest_block = std::size_t{64} << 10U;

thread_local Arena* current = nullptr;

std::size_t rounded_up(std::size_t size) { return (size + 7) & ~std::size_t{7}; }

void* allocate(std::size_t count, std::size_t size) { return current->allocate(count * size); }
void* reallocate(void* memory, std::size_t size) { return current->reallocate(memory, size); }
void release(void* memory) { current->release(memory); }

} // namespace

Arena::~Arena() {
  while (block_ != nullptr)
    std::free(std::exchange(block_, block_->previous));
}

void* Arena::allocate(std::size_t size) {
  size = rounded_up(size);
  if (static_cast<std::size_t>(end_ - next_) < size + sizeof(Header))
    add_block(size + sizeof(Header));
  auto* header = reinterpret_cast<Header*>(next_);
  header->size = size;
  next_ += sizeof(Header) + size;
  return std::memset(header + 1, 0, size);
}

void* Arena::reallocate(void* memory, std::size_t size) {
  if (memory == nullptr)
    return allocate(size);
  auto* header = static_cast<Header*>(memory) - 1;
  size = rounded_up(size);
  if (size <= header->size)
    return memory;
  if (is_last(header) && static_cast<std::size_t>(end_ - static_cast<char*>(memory)) >= size) {
    header->size = size;
    next_ = static_cast<char*>(memory) + size;
    return memory;
  }
  return std::memcpy(allocate(size), memory, header->size);
}

void Arena::release(void* memory) {
  if (memory == nullptr)
    return;
  auto* header = static_cast<Header*>(memory) - 1;
  if (is_last(header))
    next_ = reinterpret_cast<char*>(header);
}

void Arena::add_block(std::size_t size) {
  const std::size_t grown = block_ == nullptr ? first_block : std::min(2 * block_->size, largest_block);
  const std::size_t block_size = std::max(grown, size);
  void* memory = std::malloc(sizeof(Block) + block_size);
  if (memory == nullptr)
    std::abort(); // as cmark's own allocator does, since nothing in cmark expects a failure
  block_ = new (memory) Block{block_, block_size};
  next_ = static_cast<char*>(memory) + sizeof(Block);
  end_ = next_ + block_size;
}

bool Arena::is_last(const Header* header) const {
  return reinterpret_cast<const char*>(header + 1) + header->size == next_;
}

ArenaScope::ArenaScope(Arena& arena) : outer_(std::exchange(current, &arena)) {}

ArenaScope::~ArenaScope() { current = outer_; }

cmark_mem* ArenaScope::memory() {
  static cmark_mem functions = {allocate, reallocate, release};
  return &functions;
}

} // namespace broadside::markdown
