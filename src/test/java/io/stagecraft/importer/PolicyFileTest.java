package io.stagecraft.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class PolicyFileTest {
    private static final PolicyFile.Place HERE =
            new PolicyFile.Place("aws", "eu-west-1", "111122223333");

    private static final String TEMPLATE =
            """
            Parameters:
              Stage:
                Type: String
                Default: prod
            Resources:
              Artifacts:
                Type: AWS::S3::Bucket
              Site:
                Type: AWS::S3::Bucket
                Properties:
                  BucketName: !Sub 'site-${Stage}-${AWS::AccountId}'
              Limits:
                Type: AWS::IAM::ManagedPolicy
                Properties:
                  PolicyDocument:
                    Statement: { Effect: Allow, Action: 's3:*', Resource: '*' }
              PipelineRole:
                Type: AWS::IAM::Role
                Properties:
                  PermissionsBoundary: !Ref Limits
                  ManagedPolicyArns:
                    - arn:aws:iam::aws:policy/AWSCodeDeployRole
                    - !Ref Shared
                  AssumeRolePolicyDocument:
                    Statement:
                      Effect: Allow
                      Principal: { Service: codepipeline.amazonaws.com }
                      Action: sts:AssumeRole
                  Policies:
                    - PolicyName: own
                      PolicyDocument:
                        Statement:
                          - Effect: Allow
                            Action: s3:GetObject
                            Resource:
                              - !Sub '${Artifacts.Arn}/*'
                              - !Join ['', [!GetAtt Site.Arn, '/index.html']]
              Shared:
                Type: AWS::IAM::ManagedPolicy
                Properties:
                  PolicyDocument:
                    Statement: { Effect: Allow, Action: sns:Publish, Resource: !Ref Topic }
              Topic:
                Type: AWS::SNS::Topic
              DefaultPolicy:
                Type: AWS::IAM::Policy
                Properties:
                  PolicyName: default
                  Roles: [!Ref PipelineRole]
                  PolicyDocument:
                    Statement: { Effect: Allow, Action: iam:PassRole, Resource: !GetAtt Other.Arn }
              Other:
                Type: AWS::IAM::Role
                Properties:
                  AssumeRolePolicyDocument:
                    Statement:
                      Effect: Allow
                      Principal: { Service: cloudformation.amazonaws.com }
                      Action: sts:AssumeRole
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}}",
                "{\"RoleName\": \"r\", \"PolicyName\": \"p\", \"PolicyDocument\": {\"Statement\": [{\"Effect\": \"Allow\"}]}}",
                "{\"PolicyVersion\": {\"Document\": {\"Statement\": [{\"Effect\": \"Allow\"}]}, \"VersionId\": \"v1\"}}",
                "{\"PolicyDocument\": \"%7B%22Statement%22%3A%20%5B%7B%22Effect%22%3A%20%22Allow%22%7D%5D%7D\"}"
            })
    void aDocumentIsFoundWhereverTheCommandLinePutsIt(String text) {
        var file = read(text, Optional.empty());
        assertEquals(1, file.policies().size());
        assertTrue(file.policies().getFirst().document().containsKey("Statement"));
    }

    @Test
    void thePipelinesRoleIsTheOneThatIsMeant() {
        var file = read(TEMPLATE, Optional.empty());
        assertEquals(Optional.of("PipelineRole"), file.role());
        assertEquals(
                List.of("own", "default", "Shared"),
                file.policies().stream().map(PolicyFile.Named::name).toList());
        assertEquals("Limits", file.boundary().orElseThrow().name());
        assertEquals(1, file.notes().size(), file.notes().toString());
        assertTrue(
                file.notes().getFirst().startsWith("arn:aws:iam::aws:policy/AWSCodeDeployRole "));
    }

    @Test
    void functionsAreWorkedOutAndTheUnknownGetsItsLogicalId() {
        var text = read(TEMPLATE, Optional.empty()).policies().toString();
        assertTrue(text.contains("arn:aws:s3:::artifacts/*"), text);
        assertTrue(text.contains("arn:aws:s3:::site-prod-111122223333/index.html"), text);
        assertTrue(text.contains("arn:aws:sns:eu-west-1:111122223333:topic"), text);
        assertTrue(text.contains("arn:aws:iam::111122223333:role/other"), text);
    }

    @Test
    void aRoleThatIsNotThereIsSaidWithThoseThatAre() {
        var e = assertThrows(UnreadableImport.class, () -> read(TEMPLATE, Optional.of("Pipeline")));
        assertEquals(
                "There is no role Pipeline in it; it has the roles PipelineRole, Other.",
                e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"Statement\"", "- a\n- b", "{\"Resourcs\": {}}", "a: [", "Resources: {}"})
    void whatIsNoPolicyIsRefusedInOneLine(String text) {
        var e = assertThrows(UnreadableImport.class, () -> read(text, Optional.empty()));
        assertTrue(e.getMessage().lines().count() == 1, e.getMessage());
    }

    private static PolicyFile read(String text, Optional<String> role) {
        return PolicyFile.read(text, "policy.json", role, HERE);
    }
}
