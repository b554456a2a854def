#include "server/store/awaitable_writer.hpp"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/prefer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <memory>

namespace asio = boost::asio;

namespace broadside::server::store {

asio::awaitable<Result<Added>> add(GroupWriter& writer, NewReply reply) {
  const auto initiate = [&writer](auto handler, const NewReply& new_reply) {
    // The executor must not run out of work while the writer has ours.
    auto executor = asio::prefer(asio::get_associated_executor(handler), asio::execution::outstanding_work.tracked);
    // A std::function is copied, which the handler cannot be.
    auto shared = std::make_shared<decltype(handler)>(std::move(handler));
    writer.add(new_reply, [shared, executor](Result<Added> result) {
      asio::post(executor, [shared, result = std::move(result)]() mutable { std::move (*shared)(std::move(result)); });
    });
  };
  co_return co_await asio::async_initiate<const asio::use_awaitable_t<>, void(Result<Added>)>(
      initiate, asio::use_awaitable, std::move(reply));
}

} // namespace broadside::server::store
