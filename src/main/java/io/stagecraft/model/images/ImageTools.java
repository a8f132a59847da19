package io.stagecraft.model.images;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The images that a call pushes and pulls, as its tool writes them.
final class ImageTools {
    /// An image, and what is done with it.
    ///
    /// @param reference as the tool takes it, with [ShellValues#UNKNOWN] for what nobody knows
    record Touch(Deed deed, String reference) {}

    /// What a tool does with an image.
    enum Deed {
        PUSH,
        PULL,
        /// Pulled where it is not there yet.
        RUN,
        /// Built or named: from here on it is there.
        MAKE
    }

    private static final String[] OF_DOCKER = {
        "--config",
        "-c",
        "--context",
        "-H",
        "--host",
        "-l",
        "--log-level",
        "--builder",
        "--platform"
    };
    private static final String[] OF_RUN = {
        "-a",
        "--attach",
        "-e",
        "--env",
        "--env-file",
        "--entrypoint",
        "-h",
        "--hostname",
        "-l",
        "--label",
        "-m",
        "--memory",
        "--cpus",
        "--mount",
        "--name",
        "--network",
        "--net",
        "-p",
        "--publish",
        "--platform",
        "--pull",
        "--shm-size",
        "--tmpfs",
        "-u",
        "--user",
        "-v",
        "--volume",
        "-w",
        "--workdir"
    };
    private static final Pattern TRANSPORT =
            Pattern.compile(
                    "(?:docker|docker-archive|docker-daemon|oci|oci-archive|dir|containers-storage|ostree|sif|tarball):.*",
                    Pattern.DOTALL);

    private final ShellRun.Call call;
    private final List<Touch> touched = new ArrayList<>();

    private ImageTools(ShellRun.Call call) {
        this.call = call;
    }

    static List<Touch> of(ShellRun.Call call) {
        var tools = new ImageTools(call);
        tools.read();
        return tools.touched;
    }

    private void read() {
        var args = new ToolArgs(call.args());
        switch (call.tool()) {
            case "docker", "podman", "nerdctl", "finch", "buildah" -> docker(args.sub(OF_DOCKER));
            case "executor", "kaniko", "kaniko-executor" -> kaniko(args);
            case "skopeo" -> skopeo(args.sub("--command-timeout", "--policy", "--registries.d"));
            case "crane", "gcrane" -> crane(args.sub("--platform"));
            case "ko" -> ko(args);
            case "pack" -> pack(args.sub());
            case "sam" -> sam(args.sub());
            case "mvn", "mvnw", "mvnd" -> new JavaImages(this::push, this::pull).maven(args);
            case "gradle", "gradlew" -> new JavaImages(this::push, this::pull).gradle(args);
            case "jib" -> new JavaImages(this::push, this::pull).jib(args.sub());
            default -> {}
        }
    }

    private void push(Collection<String> references) {
        touch(Deed.PUSH, references);
    }

    private void pull(Collection<String> references) {
        touch(Deed.PULL, references);
    }

    private void touch(Deed deed, Collection<String> references) {
        references.forEach(r -> touched.add(new Touch(deed, r.replaceFirst("^docker://", ""))));
    }

    /// Docker and those that speak like it. Podman and buildah take a second name for where an image goes.
    ///
    /// @see <a href="https://docs.docker.com/reference/cli/docker/">Docker</a>
    /// @see <a href="https://github.com/containers/buildah/blob/main/docs/buildah-push.1.md">buildah push</a>
    private void docker(ToolArgs.Sub sub) {
        var args = sub.rest();
        switch (sub.name()) {
            case "push" -> push(args.last("--platform", "--authfile", "--creds", "-f", "--format"));
            case "pull", "from" -> pull(args.last("--platform", "--authfile", "--creds", "--name"));
            case "build", "bud", "b" -> build(args);
            case "image", "manifest", "buildx", "builder" -> docker(args.sub(OF_DOCKER));
            case "imagetools" -> imagetools(args.sub(OF_DOCKER));
            case "run" -> run(args);
            case "container" -> docker(args.sub(OF_DOCKER));
            case "tag" -> touch(Deed.MAKE, args.operand(1));
            default -> {}
        }
    }

    /// @see <a href="https://docs.docker.com/reference/cli/docker/buildx/build/">docker buildx build</a>
    /// @see <a href="https://docs.docker.com/build/cache/backends/registry/">Registry cache</a>
    private void build(ToolArgs args) {
        touch(Deed.MAKE, args.values("-t", "--tag"));
        var outputs = args.values("--output", "-o").stream().filter(ImageTools::goesOut).toList();
        if (args.has("--push") || !outputs.isEmpty()) {
            push(args.values("-t", "--tag"));
        }
        outputs.forEach(output -> push(members(output, "name")));
        args.values("--cache-from").forEach(cache -> pull(cached(cache)));
        args.values("--cache-to").forEach(cache -> push(cached(cache)));
        basedOn(args);
        args.values("--build-context").stream()
                .filter(c -> c.contains("=docker-image://"))
                .forEach(c -> pull(Set.of(c.replaceFirst("^[^=]*=docker-image://", ""))));
    }

    /// What `FROM` stands on, where an argument names it.
    private void basedOn(ToolArgs args) {
        args.values("--build-arg").stream()
                .filter(a -> a.contains("="))
                .forEach(a -> pull(Set.of(a.substring(a.indexOf('=') + 1))));
    }

    private static boolean goesOut(String output) {
        return members(output, "type").contains("registry")
                || members(output, "push").contains("true");
    }

    /// The image that a cache is; a cache elsewhere is none.
    private static List<String> cached(String cache) {
        return cache.contains("=")
                ? members(cache, "type").contains("registry") ? members(cache, "ref") : List.of()
                : List.of(cache);
    }

    /// What `name` is in `type=image,"name=a,b",push=true`.
    private static List<String> members(String list, String name) {
        return Stream.of(list.replace("\"", "").split(","))
                .map(String::strip)
                .filter(m -> m.startsWith(name + "="))
                .map(m -> m.substring(name.length() + 1))
                .toList();
    }

    /// @see <a href="https://docs.docker.com/reference/cli/docker/buildx/imagetools/">docker buildx imagetools</a>
    private void imagetools(ToolArgs.Sub sub) {
        var args = sub.rest();
        switch (sub.name()) {
            case "create" -> {
                push(args.values("-t", "--tag"));
                args.operands("-t", "--tag", "-f", "--file", "--annotation", "--builder")
                        .forEach(this::pull);
            }
            case "inspect" -> pull(args.operand(0, "--format", "--builder"));
            default -> {}
        }
    }

    /// An option that is not known here may take its value for the image: then nothing is known of the image.
    ///
    /// @see <a href="https://docs.docker.com/reference/cli/docker/container/run/">docker container run</a>
    private void run(ToolArgs args) {
        if (!args.values("--pull").contains("never")) {
            touch(Deed.RUN, args.operand(0, OF_RUN));
        }
        within(args);
    }

    /// kaniko as a container.
    private void within(ToolArgs args) {
        var words = args.words().toList();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).contains("kaniko-project/executor")) {
                kaniko(args.from(i + 1));
                return;
            }
        }
    }

    /// @see <a href="https://github.com/GoogleContainerTools/kaniko#additional-flags">kaniko's flags</a>
    private void kaniko(ToolArgs args) {
        if (!args.has("--no-push")) {
            push(args.values("--destination", "-d"));
        }
        if (args.has("--cache")) {
            push(args.values("--cache-repo"));
            pull(args.values("--cache-repo"));
        }
        basedOn(args);
    }

    /// @see <a href="https://github.com/containers/skopeo/blob/main/docs/skopeo-copy.1.md">skopeo copy</a>
    private void skopeo(ToolArgs.Sub sub) {
        var names =
                sub.rest().all().stream()
                        .filter(a -> TRANSPORT.matcher(a.iterator().next()).matches())
                        .toList();
        if (sub.name().equals("copy") && names.size() == 2) {
            pull(inRegistry(names.getFirst()));
            push(inRegistry(names.getLast()));
        } else if (sub.name().equals("inspect") && names.size() == 1) {
            pull(inRegistry(names.getFirst()));
        }
    }

    private static List<String> inRegistry(Set<String> names) {
        return names.stream().filter(n -> n.startsWith("docker://")).toList();
    }

    /// @see <a href="https://github.com/google/go-containerregistry/blob/main/cmd/crane/doc/crane.md">crane</a>
    private void crane(ToolArgs.Sub sub) {
        var args = sub.rest();
        String[] valued = {"--platform", "--format", "-c", "--cache_path", "--image-refs", "-j"};
        switch (sub.name()) {
            case "push" -> push(args.operand(1, valued));
            case "copy", "cp" -> {
                pull(args.operand(0, valued));
                push(args.operand(1, valued));
            }
            case "tag" -> push(args.operand(0, valued));
            case "pull", "export", "manifest", "digest", "config" -> pull(args.operand(0, valued));
            case "append" -> {
                pull(args.values("-b", "--base"));
                push(args.values("-t", "--new_tag"));
            }
            default -> {}
        }
    }

    /// Without `--bare` the repository has the name of the program in it, which nobody knows here.
    ///
    /// @see <a href="https://ko.build/configuration/#naming-images">Naming images</a>
    private void ko(ToolArgs args) {
        boolean stays = args.has("--local", "-L") || args.words().anyMatch("--push=false"::equals);
        var sub = args.sub();
        if (Set.of("build", "publish", "apply", "resolve", "create").contains(sub.name())
                && args.has("--bare")
                && !stays) {
            push(call.values().of("$KO_DOCKER_REPO"));
        }
    }

    /// @see <a href="https://buildpacks.io/docs/for-platform-operators/how-to/build-inputs/use-publish/">pack build --publish</a>
    private void pack(ToolArgs.Sub sub) {
        var args = sub.rest();
        if (!sub.name().equals("build") || !args.has("--publish")) {
            return;
        }
        var valued =
                Stream.of(
                                "-B --builder -b --buildpack -e --env --env-file -p --path -t --tag",
                                "--cache-image --cache --run-image --network --volume -d --descriptor",
                                "-D --default-process --pull-policy --previous-image --platform",
                                "--creation-time --extension --lifecycle-image --workspace --gid --uid")
                        .flatMap(line -> Stream.of(line.split(" ")))
                        .toArray(String[]::new);
        push(args.operand(0, valued));
        push(args.values("-t", "--tag", "--cache-image"));
        pull(args.values("--cache-image", "--run-image"));
    }

    /// @see <a href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-cli-command-reference-sam-deploy.html">sam deploy</a>
    private void sam(ToolArgs.Sub sub) {
        if (sub.name().equals("deploy") || sub.name().equals("package")) {
            push(sub.rest().values("--image-repository"));
            sub.rest().values("--image-repositories").stream()
                    .map(pair -> pair.substring(pair.indexOf('=') + 1))
                    .forEach(repository -> push(Set.of(repository)));
        }
    }
}
