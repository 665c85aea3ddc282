package io.pgorm.database.testkit;

import io.pgorm.database.ScratchOptions;
import java.util.Set;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts the server that the test will use; it is shared, so that this costs nothing twice. */
final class RequiresExtensionsCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), RequiresExtensions.class)
                .map(annotation -> Set.of(annotation.value()))
                .map(extensions ->
                        Requirement.check(context, ScratchOptions.standard().withExtensions(extensions)))
                .orElseGet(() -> ConditionEvaluationResult.enabled("needs no extension"));
    }
}
