#include "openapi/exchanges.hpp"

#include "server/store/reply_id.hpp"
#include "support/moderators.hpp"

namespace broadside::test {

std::vector<Exchange> exchanges_of_decisions(const RunningServer& server, const std::string& reply) {
  const std::string keys(server::api::path::moderation_keys);
  const auto ada = signed_in_as(server, "Ada");
  const auto send = [&](const std::string& path, const std::string& body) {
    return Exchange{path, "post", server.ask(post(path, form_type, "csrf=" + ada.csrf + body, ada.form_fields()))};
  };
  std::vector<Exchange> exchanges = {{keys, "get", server.ask(get(keys))},
                                     {moderation, "get", server.ask(get(moderation))},
                                     {moderation, "get", server.ask(get(moderation, ada.fields()))}};
  for (const std::string& path : {decide, undo, close_article})
    for (const auto& [type, body] : {std::pair(form_type, "csrf=%FF"), {"text/plain", ""}, {form_type, "csrf=wrong"}})
      exchanges.push_back({path, "post", server.ask(post(path, type, body, ada.form_fields()))});
  exchanges.push_back(send(close_article, "&article=north-korea&replies=open"));
  exchanges.push_back(send(close_article, "&article=none&replies=open"));
  exchanges.push_back(send(close_article, "&article=north-korea"));
  exchanges.push_back(send(decide, "&action=spam&reply=none~0"));
  exchanges.push_back(send(decide, "&action=spam"));
  const auto decided = send(decide, "&action=spam&reply=" + reply + "~0");
  const auto location = decided.answer.field("Location");
  const auto did = location.substr(location.find("did=") + 4, server::store::id_length);
  exchanges.push_back(decided);
  exchanges.push_back(send(decide, "&action=spam&reply=" + reply + "~0"));
  exchanges.push_back(send(undo, "&decision=none"));
  exchanges.push_back(send(undo, "&decision=" + did));
  exchanges.push_back(send(undo, "&decision=" + did));
  return exchanges;
}

std::vector<Exchange> exchanges_of_sessions(const RunningServer& server) {
  const std::string style(server::api::path::moderation_style);
  const auto ada = signed_in_as(server, "Eve");
  add_moderator(server, "Bob");
  const auto send = [&](const std::string& path, const std::string& type, const std::string& body) {
    return Exchange{path, "post", server.ask(post(path, type, body, ada.form_fields()))};
  };
  std::vector<Exchange> exchanges = {
      {style, "get", server.ask(get(style))},
      {sign_in, "get", server.ask(get(sign_in))},
      {sign_in, "get", server.ask(get(sign_in, ada.fields()))},
      {sign_in, "get", server.ask("BREW" + get(sign_in).substr(3))},
      {sign_in, "post", send_sign_in(server, "Bob")},
      send(sign_in, form_type, "name=%FF"),
      send(sign_in, "text/plain", ""),
      send(sign_out, form_type, "csrf=%FF"),
      send(sign_out, "text/plain", ""),
      send(sign_out, form_type, "csrf=wrong"),
      send(sign_out, form_type, "csrf=" + ada.csrf),
  };
  for (int i = 0; i < 11; ++i)
    exchanges.push_back({sign_in, "post", send_sign_in(server, "Bob", "wrong")});
  return exchanges;
}

} // namespace broadside::test
