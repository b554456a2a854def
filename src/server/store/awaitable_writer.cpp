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

} // namespace

asio::awaitable<Result<Added>> add(GroupWriter& writer, NewReply reply, std::function<void(const Added&)> committed) {
  return result_of<Added>(
      [&writer, reply = std::move(reply), committed = std::move(committed)](GroupWriter::Done done) {
        writer.add(reply, [committed, done = std::move(done)](Result<Added> added) {
          if (added)
            committed(*added);
          done(std::move(added));
        });
      });
}

asio::awaitable<Result<Altered>> alter(GroupWriter& writer, Alteration alteration,
                                       std::function<void(const Altered&)> committed) {
  return result_of<Altered>(
      [&writer, alteration = std::move(alteration), committed = std::move(committed)](GroupWriter::AlterDone done) {
        writer.alter(alteration, [committed, done = std::move(done)](Result<Altered> altered) {
          if (altered)
            committed(*altered);
          done(std::move(altered));
        });
      });
}

asio::awaitable<Result<void>> check(GroupWriter& writer) {
  return result_of<void>([&writer](GroupWriter::CheckDone done) { writer.check(std::move(done)); });
}

} // namespace broadside::server::store
