package io.pgorm.database.testkit;

import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts a container, which the test then shares. */
final class RequiresDockerCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), RequiresDocker.class)
                .map(annotation ->
                        Requirement.check(context, ScratchOptions.standard().withProvider(ScratchProvider.DOCKER)))
                .orElseGet(() -> ConditionEvaluationResult.enabled("needs no container"));
    }
}
