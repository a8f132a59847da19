package io.stagecraft.model.images;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.EnvironmentVariable.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every tool in the way it pushes and pulls, and next to it what looks like that and is not. `R` is the registry of the account.
class ImageUsesTest {
    private static final String REGISTRY = "111122223333.dkr.ecr.eu-west-1.amazonaws.com";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "docker push R/orders:1 | PUSH",
                "docker --config /tmp/d image push --quiet R/orders | PUSH",
                "sudo -E docker push R/orders:1 | PUSH",
                "timeout 600 docker push R/orders:1 | PUSH",
                "timeout -k 5 5m docker push R/orders:1 | PUSH",
                "sudo -u root docker push R/orders:1 | PUSH",
                "sudo env -u HOME nice -n 5 docker push R/orders:1 | PUSH",
                "docker push R/orders@sha256:abc | PUSH",
                "docker pull R/orders:base | PULL",
                "docker run R/orders:1 make test | PULL",
                "docker run --rm -it -v /a:/b -e A=b --name n R/orders:1 make test | PULL",
                "docker container run R/orders:1 | PULL",
                "docker build . -t R/orders:2 && podman run R/orders:1 | PULL",
                "docker build --build-arg BASE=R/orders:base . | PULL",
                "docker build --cache-from R/orders:cache . | PULL",
                "docker buildx build --push -t R/orders:1 . | PUSH",
                "docker buildx build --push --tag=docker.io/a/b --tag=R/orders:1 . | PUSH",
                "docker build -o type=image,name=R/orders:1,push=true . | PUSH",
                "docker buildx build -o type=registry -t R/orders:1 . | PUSH",
                "docker buildx build --cache-from type=registry,ref=R/orders:c . | PULL",
                "docker buildx build --cache-to type=registry,ref=R/orders:c,mode=max . | PUSH",
                "docker buildx build --build-context base=docker-image://R/orders:1 . | PULL",
                "docker buildx imagetools create -t R/orders:2 ghcr.io/a/b:1 | PUSH",
                "docker buildx imagetools inspect R/orders:2 | PULL",
                "docker manifest push R/orders:1 | PUSH",
                "nerdctl push R/orders:1 | PUSH",
                "finch push R/orders:1 | PUSH",
                "podman push localhost/orders docker://R/orders:1 | PUSH",
                "buildah push orders docker://R/orders:1 | PUSH",
                "buildah from R/orders:base | PULL",
                "/kaniko/executor --context . --destination R/orders:1 | PUSH",
                "/kaniko/executor --destination=R/orders:1 --build-arg=BASE=R/orders:base | PUSH PULL",
                "/kaniko/executor --no-push --cache --cache-repo=R/orders | PUSH PULL",
                "docker run -v x:/y gcr.io/kaniko-project/executor:latest -d R/orders:1 | PUSH",
                "skopeo copy oci:img docker://R/orders:1 | PUSH",
                "skopeo copy --src-creds a:b docker://docker.io/a/b docker://R/orders:1 | PUSH",
                "skopeo copy docker://R/orders:1 docker-archive:out.tar | PULL",
                "skopeo inspect docker://R/orders:1 | PULL",
                "crane push image.tar R/orders:1 | PUSH",
                "crane copy docker.io/a/b R/orders:1 | PUSH",
                "crane cp --platform linux/arm64 R/orders:1 R/other:1 | PULL",
                "crane pull R/orders:1 out.tar | PULL",
                "crane tag R/orders:1 stable | PUSH",
                "crane append -b docker.io/a/b -t R/orders:1 -f layer.tar | PUSH",
                "KO_DOCKER_REPO=R/orders ko build --bare ./cmd/app | PUSH",
                "export KO_DOCKER_REPO=R/orders; ko apply --bare -f k8s/ | PUSH",
                "pack build --builder b/c R/orders:1 --publish | PUSH",
                "pack build docker.io/a/b --publish --cache-image R/orders:c | PUSH PULL",
                "mvn -B compile jib:build -Dimage=R/orders:1 | PUSH",
                "./mvnw com.google.cloud.tools:jib-maven-plugin:3.4.0:build -Djib.to.image=R/orders | PUSH",
                "mvn package -Djib.to.image=R/orders -Djib.from.image=R/orders:base | PUSH PULL",
                "./gradlew :app:jib -Djib.to.image=R/orders:1 | PUSH",
                "gradle jib --image=R/orders:1 | PUSH",
                "jib jar --target R/orders:1 app.jar | PUSH",
                "gradle bootBuildImage --imageName=R/orders:1 --publishImage | PUSH",
                "mvn spring-boot:build-image -Dspring-boot.build-image.imageName=R/orders -Dspring-boot.build-image.publish=true | PUSH",
                "sam deploy --image-repository R/orders | PUSH",
                "sam package --image-repositories Function=R/orders | PUSH"
            })
    void aToolTellsWhatItDoes(String command, String ways) {
        assertEquals(ways, ways(step(command)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker run --pull never R/orders:1",
                "docker build -t R/orders:1 . && docker run R/orders:1 make test",
                "docker tag orders:1 R/orders:1 && docker run R/orders:1 make test",
                "docker run alpine echo R/orders:1",
                "echo docker push R/orders:1",
                "echo \"now docker push of R/orders by hand\"",
                "printf 'docker push R/orders:1\\n' > push.txt",
                "cat docker push R/orders:1",
                "docker build -t R/orders:1 .",
                "docker build --push=false -t R/orders:1 .",
                "docker tag app R/orders:1",
                "docker push docker.io/acme/app:orders",
                "docker push orders:1", // Docker Hub's
                "docker push ghcr.io/orders:1; SERVICE=orders",
                "docker login R",
                "docker build -o type=docker,name=R/orders:1 .",
                "docker buildx build --cache-to type=inline -t R/orders:1 .",
                "docker buildx build --cache-from type=gha,ref=R/orders .",
                "podman push R/orders docker://docker.io/a/b",
                "git push R/orders",
                "/kaniko/executor --no-push --destination=R/orders:1",
                "/kaniko/executor --no-push --cache-repo=R/orders",
                "skopeo copy oci:R/orders dir:out",
                "skopeo delete docker://R/orders:1",
                "crane ls R/orders",
                "KO_DOCKER_REPO=R/orders ko build ./cmd/app", // …/orders/app-0123abc
                "KO_DOCKER_REPO=R/orders ko build --bare --push=false ./cmd/app",
                "pack build R/orders:1",
                "mvn compile jib:dockerBuild -Djib.to.image=R/orders",
                "mvn test -Djib.to.image=R/orders",
                "mvn compile -Dimage=R/orders:1",
                "gradle jibDockerBuild -Djib.to.image=R/orders:1",
                "gradle bootBuildImage --imageName=R/orders:1",
                "jib jar --target tar://R/orders app.jar",
                "sam build --image-repository R/orders",
                "sam deploy --resolve-image-repos",
                "./scripts/build-and-push.sh R/orders",
                "docker compose push",
                "docker push R/orders-web:1",
                "docker push R/team/orders:1",
                "docker push R/orders$SUFFIX",
                "docker push $HOST:5000/orders",
                "docker push public.ecr.aws/acme/orders:1",
                "docker push 444455556666.dkr.ecr.eu-west-1.amazonaws.com/orders",
                "docker push 111122223333.dkr.ecr.us-east-1.amazonaws.com/orders"
            })
    void whatIsNotCertainIsNothing(String command) {
        assertEquals("", ways(step(command)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker push $REGISTRY/orders:$TAG",
                "docker push \"${AWS_ACCOUNT_ID}.dkr.ecr.${AWS_DEFAULT_REGION}.amazonaws.com/orders:1\"",
                "docker push $(aws sts get-caller-identity --query Account).dkr.ecr.eu-west-1.amazonaws.com/orders",
                "docker push 111122223333.dkr.ecr-fips.eu-west-1.amazonaws.com/orders",
                "docker push 111122223333.dkr-ecr.eu-west-1.on.aws/orders",
                "NAME=orders; IMAGE=$REGISTRY/$NAME; docker push \"$IMAGE:1\"",
                "export IMAGE=R/${NAME:-orders} && docker push $IMAGE",
                "URI=R/web:1; docker push ${URI%%/*}/orders",
                "URI=R/orders:1; docker push ${URI%:*}:2",
                "for s in web orders; do docker push R/$s; done",
                "if test -f Dockerfile; then docker push R/orders; fi",
                "if true; then N=web; else N=orders; fi; docker push R/$N",
                "docker push R/orders || exit 1",
                "! docker push R/orders",
                "time docker push R/orders",
                "bash -c 'docker push R/orders'",
                "D=$(docker push --quiet R/orders)",
                "(cd app && docker push R/orders > out.log 2>&1)",
                "ARGS='push R/orders'; docker $ARGS"
            })
    void theShellIsFollowed(String command) {
        assertEquals("PUSH", ways(step(command)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "N=orders; N=web; docker push R/$N",
                "docker push 'R/$N'; N=orders",
                "REGISTRY=docker.io/acme; docker push $REGISTRY/orders",
                "docker build . # docker push R/orders",
                "AWS_DEFAULT_REGION=us-east-1; docker push $A.dkr.ecr.$AWS_DEFAULT_REGION.amazonaws.com/orders",
                "unset N; N=$(cat name); docker push R/$N"
            })
    void aVariableHoldsWhatItHoldsThen(String command) {
        assertEquals("", ways(step(command)));
    }

    @Test
    void whatIsHandedToACommandIsNoCommand() {
        assertEquals(
                "",
                ways(
                        steps(
                                "|",
                                "        cat > push.sh <<'EOF'",
                                "        docker push R/orders",
                                "        EOF")));
        assertEquals(
                "PUSH",
                ways(
                        steps(
                                "|",
                                "        cat > notes <<-END",
                                "        docker pull R/orders",
                                "        END",
                                "        docker push \\",
                                "          R/orders")));
    }

    @Test
    void theOneWhoStartsTheBuildHasTheLastWord() {
        var spec =
                """
                version: 0.2
                env:
                  variables:
                    REPOSITORY: orders
                phases:
                  build:
                    commands:
                      - docker push R/$REPOSITORY
                """;
        assertEquals("PUSH", ways(spec));
        assertEquals("", ways(spec, variable("web", Kind.PLAINTEXT)));
        assertEquals(
                "PUSH",
                ways(spec, variable("web", Kind.PLAINTEXT), variable("orders", Kind.PLAINTEXT)));
        assertEquals("", ways(spec, variable("orders", Kind.PARAMETER_STORE)));
        assertEquals("", ways(spec, variable("#{Source.Name}", Kind.PLAINTEXT)));
    }

    @Test
    void aVariableThatNoPushUsesIsAVariable() {
        assertEquals("", ways(step("docker push R/web:1"), variable("orders", Kind.PLAINTEXT)));
        assertEquals(
                "PUSH",
                ways(step("docker push $REPOSITORY:1"), variable("R/orders", Kind.PLAINTEXT)));
    }

    @Test
    void inVersionOneEachCommandHasAShellOfItsOwn() {
        var spec =
                """
                version: 0.2
                phases:
                  pre_build:
                    commands: ["N=orders"]
                  build: { commands: [ 'docker push R/$N' ] }
                """;
        assertEquals("PUSH", ways(spec));
        assertEquals("", ways(spec.replace("0.2", "0.1")));
    }

    @Test
    void aBuildspecMayBeJson() {
        assertEquals(
                "PUSH",
                ways(
                        "{\"version\":\"0.2\",\"phases\":{\"build\":{\"commands\":[\"docker push R\\/orders\"]}}}"));
    }

    @Test
    void aListIsNoCommandAndABrokenBuildspecTellsNothing() {
        assertEquals("", ways(steps("[\"docker\", \"push\", \"R/orders\"]")));
        assertEquals("", ways(steps("[ -f x ] && docker push R/orders"))); // no YAML
        assertEquals("", ways("ci/docker push R/orders.yml"));
    }

    /// Somebody else's file may be anything.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "{a: ",
                "- ",
                "$(",
                "${A:-",
                "\"$(",
                "`",
                "'",
                "\"",
                "a:\n ",
                "if ",
                "sh -c '",
                "[']',",
                "[\"]\",",
                "- [']',",
                "sudo ",
                "env A=b ",
                "$(echo ')' ",
                "${A:-')'",
                "&a ",
                "*a ",
                "docker push $A",
                "X=$X$X;",
                "X='eval \"$X\"; eval \"$X\"'; eval \"$X\"; ",
                "a #",
                "(( "
            })
    void nothingThatIsWrittenBreaksIt(String again) {
        var wild = again.repeat(3000);
        assertEquals("", ways(step(wild)));
        assertEquals("", ways(steps(wild)));
        assertEquals("", ways("\n" + wild));
        assertEquals("", ways(step("docker push $REPOSITORY"), variable(wild, Kind.PLAINTEXT)));
    }

    /// With an end: on a slow machine each takes some hundredths of a second, not many seconds.
    @ParameterizedTest
    @ValueSource(strings = {"$A", "${A}1", "${A}.", "$A/", "a", " ", "[']',"})
    @Timeout(5)
    void nothingThatIsWrittenTakesLong(String again) {
        var wild = again.repeat(30_000);
        assertEquals("", ways(step("docker push " + wild + "!")));
        assertEquals("", ways(steps("docker push " + wild + "!")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# %s push -----\n      - docker push R/orders:1",
                "echo \"%s\"\n      - docker push R/orders:1",
                "echo %s {\n      - docker push R/orders:1",
                "|\n        # %s (\n        docker push R/orders:1"
            })
    void aLineOfDashesIsNoList(String lines) {
        assertEquals("PUSH", ways(steps(lines.formatted("-".repeat(70)))));
        assertEquals("PUSH", ways(steps(lines.formatted("[".repeat(70)).replace("[", "("))));
    }

    @Test
    void aVariableGrows() {
        assertEquals("PUSH", ways(step("X=R/orders; X+=:1; docker push $X")));
        assertEquals("", ways(step("X=R/orders; X+=-base; docker push $X")));
    }

    @Test
    void aSumIsNoDocument() {
        assertEquals(
                "PUSH",
                ways(steps("|", "        (( x = 1 << 2 ))", "        docker push R/orders:1")));
        assertEquals(
                "PUSH",
                ways(
                        steps(
                                "|",
                                "        if (( x << 2 )); then",
                                "          docker push R/orders:1",
                                "        fi")));
    }

    @Test
    void anchorsStandForWhatIsBehindThem() {
        var spec =
                "version: 0.2\nphases:\n  build: &b\n    commands: &c\n      - &d docker push R/orders:1\n";
        assertEquals("PUSH", ways(spec));
        assertEquals("PUSH", ways("%YAML 1.1\n---\n" + spec));
        assertEquals("PUSH", ways("\uFEFF" + spec));
        assertEquals(
                "PUSH",
                ways(
                        "x: &d docker push R/orders:1\nphases:\n  build:\n    commands:\n      - *d\n"));
    }

    @Test
    void itSaysWhereItWasRead() {
        var spec =
                """
                version: 0.2
                phases:
                  post_build:
                    commands:
                      - docker  push $R/orders
                    finally:
                      - docker push --platform linux/amd64 $R_WITH_A_NAME_THAT_IS_LONG_ENOUGH_TO_BE_CUT_OFF_SOMEWHERE/orders
                """;
        assertEquals(
                List.of(
                        "post_build: docker push $R/orders",
                        "post_build: docker push --platform linux/amd64 $R_WITH_A_NAME_THAT_IS_LONG_ENOUGH_TO_BE_CUT…"),
                uses(spec).map(ImageUses.Use::readIn).toList());
    }

    private static EnvironmentVariable variable(String value, Kind kind) {
        return new EnvironmentVariable("REPOSITORY", value.replace("R/", REGISTRY + "/"), kind);
    }

    private static String step(String command) {
        return steps("|", "        " + command);
    }

    private static String steps(String... lines) {
        return "version: 0.2\nphases:\n  build:\n    commands:\n      - "
                + String.join("\n", lines)
                + "\n";
    }

    private static String ways(String buildspec, EnvironmentVariable... variables) {
        return uses(buildspec, variables)
                .map(use -> use.way().name())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static Stream<ImageUses.Use> uses(String buildspec, EnvironmentVariable... variables) {
        var whole = buildspec.replaceAll("(?<![A-Za-z_$])R(?=/|\\\\/|$)", REGISTRY);
        return ImageUses.of(whole, List.of(variables), "eu-west-1")
                .in("111122223333", "eu-west-1", "orders");
    }
}
