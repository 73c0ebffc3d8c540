package dev.bellwether.local.contract.github;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import dev.bellwether.local.contract.Contracts;
import dev.bellwether.local.sandbox.Call;
import java.util.Optional;
import java.util.function.Consumer;

public final class GitHubContract {
  private GitHubContract() {}
}
