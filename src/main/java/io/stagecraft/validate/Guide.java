package io.stagecraft.validate;

/// The pages that rules cite.
public final class Guide {
    private static final String USER = "https://docs.aws.amazon.com/codepipeline/latest/userguide/";
    private static final String API =
            "https://docs.aws.amazon.com/codepipeline/latest/APIReference/";

    public static final String STRUCTURE = USER + "reference-pipeline-structure.html";
    public static final String PIPELINE = USER + "pipeline-requirements.html";
    public static final String STAGE = USER + "stage-requirements.html";
    public static final String ACTION = USER + "action-requirements.html";
    public static final String QUOTAS = USER + "limits.html";
    public static final String ACTION_TYPES = USER + "action-reference.html";
    public static final String VARIABLES = USER + "reference-variables.html";
    public static final String TYPES = USER + "pipeline-types.html";
    public static final String MODES = USER + "execution-modes.html";
    public static final String TRIGGERS = USER + "pipelines-filter.html";
    public static final String CONDITIONS = USER + "stage-conditions.html";
    public static final String RULES = USER + "rule-reference.html";
    public static final String ROLLBACK = USER + "stage-rollback.html";
    public static final String RETRY = USER + "stage-retry.html";
    public static final String CROSS_REGION = USER + "actions-create-cross-region.html";
    public static final String CROSS_ACCOUNT = USER + "pipelines-create-cross-account.html";
    public static final String ARTIFACTS = USER + "concepts.html";
    public static final String BEST_PRACTICES = USER + "best-practices.html";
    public static final String SECURITY = USER + "security-best-practices.html";
    public static final String APPROVALS = USER + "approvals.html";
    public static final String ROLE_QUOTAS =
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html";
    public static final String API_PIPELINE = API + "API_PipelineDeclaration.html";
    public static final String API_STAGE = API + "API_StageDeclaration.html";
    public static final String API_ACTION = API + "API_ActionDeclaration.html";
    public static final String API_STORE = API + "API_ArtifactStore.html";
    public static final String API_KEY = API + "API_EncryptionKey.html";
    public static final String API_VARIABLE = API + "API_PipelineVariableDeclaration.html";
    public static final String API_TRIGGER = API + "API_GitConfiguration.html";
    public static final String API_RULE = API + "API_RuleDeclaration.html";
    public static final String API_TRANSITION = API + "API_DisableStageTransition.html";
    public static final String API_TAG = API + "API_Tag.html";
    public static final String API_OUTPUT = API + "API_OutputArtifact.html";
    public static final String API_ENVIRONMENT = API + "API_EnvironmentVariable.html";
    public static final String BUILD_PROJECT =
            "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_CreateProject.html";
    public static final String SECRETS =
            "https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html";

    private Guide() {}
}
