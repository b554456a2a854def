#include "support/running_server.hpp"

#include <fstream>
#include <stdexcept>

namespace broadside::test {

namespace {

void write_article(const std::filesystem::path& site, const std::string& id, const std::string& state,
                   const std::string& threads) {
  std::filesystem::create_directories(site / id);
  std::ofstream(site / id / "article.json")
      << R"({"broadside": 1, "id": ")" << id << R"(", "default": "en", "publisher": {"name": "The Broadside"},)"
      << R"("translations": {)"
      << R"("es": {"title": "Noticias <breves>", "markdown": "Hola", "url": "https://news.example/es/"},)"
      << R"("en": {"title": "News & <more>", "markdown": "Hello", "url": "https://news.example/en/"}},)"
      << R"("replies": {"endpoint": "http://localhost:8082/v1/articles/)" << id << R"(/replies", "state": ")" << state
      << R"(", "threads": ")" << threads << R"("}})";
}

} // namespace

void write_site(const std::filesystem::path& folder, const std::string& threads) {
  const auto site = folder / "site";
  write_article(site, "north-korea", "open", threads);
  write_article(site, "old-news", "closed", threads);
  std::ofstream(site / "broadside.css") << ".broadside { color: black; }\n";
}

server::Options options_in(const std::filesystem::path& folder) {
  server::Options options;
  options.site = folder / "site";
  options.database = folder / "replies.sqlite";
  options.port = 0;
  return options;
}

void RunningServer::start() {
  auto opened = server::Server::open(options_);
  if (!opened)
    throw std::runtime_error(opened.error().where + ": " + opened.error().message);
  server_.emplace(std::move(*opened));
  thread_ = std::thread([this] { server_->run(); });
}

void RunningServer::stop() {
  if (!server_)
    return;
  server_->stop();
  thread_.join();
  server_.reset();
}

Answer RunningServer::ask(std::string_view bytes, Expecting expecting) const {
  auto answer = test::ask(port(), bytes, expecting);
  if (!answer)
    throw std::runtime_error("the server does not answer");
  return std::move(*answer);
}

std::string reply_json(std::string_view key, std::string_view text) {
  std::string json = R"({"name": "Ada", "email": "ada@example.com", "website": "example.com", "text": ")";
  return json.append(text).append(R"(", "key": ")").append(key).append("\"}");
}

std::string post_json(const std::string& body, const Fields& fields) {
  return post(replies_path, "application/json", body, fields);
}

} // namespace broadside::test
