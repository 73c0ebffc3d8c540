package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;

/// Makes the addresses in GitHub's documents, and the documents about people, who are little else.
///
/// @param api where the sandbox listens, without a slash at the end
record Links(URI api) {
  String repository(Repository repository) {
    return api + "/repos/" + repository.fullName();
  }

  /// Where a person would look; nothing is there, as the sandbox has no pages of GitHub's.
  String web(String path) {
    return "https://github.com/" + path;
  }

  ObjectNode user(String login) {
    var encoded = Text.encode(login);
    return Json.object()
        .put("login", login)
        .put("id", Text.id(login))
        .put("node_id", "U_" + Text.id(login))
        .put("avatar_url", "")
        .put("url", api + "/users/" + encoded)
        .put("html_url", web(encoded))
        .put("type", login.endsWith("[bot]") ? "Bot" : "User")
        .put("site_admin", false);
  }

  ObjectNode team(String slug, String organization) {
    return Json.object()
        .put("id", Text.id(organization + "/" + slug))
        .put("node_id", "T_" + Text.id(organization + "/" + slug))
        .put("name", slug)
        .put("slug", slug)
        .put("description", "")
        .put("privacy", "closed")
        .put("permission", "push")
        .put("url", api + "/organizations/" + Text.id(organization) + "/team/" + Text.id(slug))
        .put("html_url", web("orgs/" + organization + "/teams/" + slug));
  }
}
