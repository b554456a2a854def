#include "server/store/awaitable_writer.hpp"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/prefer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <memory>

namespace asio = boost::asio;

namespace broadside::server::store {

namespace {

/// Gives `start` a function that takes the result, on any thread, and resumes the coroutine on its own executor.
template <typename T, typename Start> asio::awaitable<Result<T>> result_of(Start start) {
  const auto initiate = [](auto handler, Start begin) {
    // The executor must not run out of work while the writer has this handler.
    auto executor = asio::prefer(asio::get_associated_executor(handler), asio::execution::outstanding_work.tracked);
    // A std::function must be copyable, and the handler is not.
    auto shared = std::make_shared<decltype(handler)>(std::move(handler));
    begin([shared, executor](Result<T> result) {
      asio::post(executor, [shared, result = std::move(result)]() mutable { std::move (*shared)(std::move(result)); });
    });
  };
  co_return co_await asio::async_initiate<const asio::use_awaitable_t<>, void(Result<T>)>(initiate, asio::use_awaitable,
                                                                                          std::move(start));
}

/// Writes an entry by one of the writer's functions.
template <typename Made, typename Entry>
asio::awaitable<Result<Made>> written(GroupWriter& writer,
                                      void (GroupWriter::*write)(Entry, std::function<void(Result<Made>)>), Entry entry,
                                      std::function<void(const Made&)> committed) {
  return result_of<Made>([&writer, write, entry = std::move(entry),
                          committed = std::move(committed)](std::function<void(Result<Made>)> done) {
    (writer.*write)(entry, [committed, done = std::move(done)](Result<Made> made) {
      if (made)
        committed(*made);
      done(std::move(made));
    });
  });
}

} // namespace

asio::awaitable<Result<Added>> add(GroupWriter& writer, NewReply reply, std::function<void(const Added&)> committed) {
  return written(writer, &GroupWriter::add, std::move(reply), std::move(committed));
}

asio::awaitable<Result<Altered>> alter(GroupWriter& writer, Alteration alteration,
                                       std::function<void(const Altered&)> committed) {
  return written(writer, &GroupWriter::alter, std::move(alteration), std::move(committed));
}

asio::awaitable<Result<Decided>> decide(GroupWriter& writer, Decision decision,
                                        std::function<void(const Decided&)> committed) {
  return written(writer, &GroupWriter::decide, std::move(decision), std::move(committed));
}

asio::awaitable<Result<void>> check(GroupWriter& writer) {
  return result_of<void>([&writer](GroupWriter::CheckDone done) { writer.check(std::move(done)); });
}

} // namespace broadside::server::store
