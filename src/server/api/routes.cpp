#include "server/api/routes.hpp"

#include "server/api/change_reply.hpp"
#include "server/api/counts.hpp"
#include "server/api/create_reply.hpp"
#include "server/api/feed.hpp"
#include "server/api/health.hpp"
#include "server/api/list_replies.hpp"
#include "server/api/moderation/close_article.hpp"
#include "server/api/moderation/decide.hpp"
#include "server/api/moderation/queue_page.hpp"
#include "server/api/moderation/sign_in_page.hpp"
#include "server/api/moderation/style.hpp"
#include "server/api/paths.hpp"
#include "server/api/report_reply.hpp"
#include "server/api/style_sheet.hpp"

#include <array>

namespace broadside::server::api {

std::span<const Route> routes() {
  static constexpr std::array table = {
      Route{"GET", path::health, answer_health},
      Route{"GET", path::style_sheet, answer_style_sheet},
      Route{"GET", path::replies, list_replies},
      Route{"POST", path::replies, create_reply},
      Route{"PATCH", path::reply, edit_reply},
      Route{"DELETE", path::reply, delete_reply},
      Route{"GET", path::report, show_report_form},
      Route{"POST", path::report, report_reply},
      Route{"GET", path::counts, answer_counts},
      Route{"GET", path::counts_script, answer_counts_script},
      Route{"GET", path::site_atom, answer_atom},
      Route{"GET", path::site_json_feed, answer_json_feed},
      Route{"GET", path::article_atom, answer_atom},
      Route{"GET", path::article_json_feed, answer_json_feed},
      Route{"GET", path::sign_in, show_sign_in},
      Route{"POST", path::sign_in, sign_in},
      Route{"POST", path::sign_out, sign_out},
      Route{"GET", path::moderation_style, answer_moderation_style},
      Route{"GET", path::moderation, show_queue},
      Route{"POST", path::decide, decide},
      Route{"POST", path::undo, undo},
      Route{"POST", path::close_article, close_article},
      Route{"GET", path::moderation_keys, answer_moderation_keys},
  };
  return table;
}

} // namespace broadside::server::api
