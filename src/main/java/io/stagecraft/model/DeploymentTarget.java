package io.stagecraft.model;

import java.util.List;
import java.util.SequencedMap;

/// What a CodeDeploy deployment group puts new versions on. What is empty is asked for when the stack is deployed.
///
/// @see <a href="https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeploymentGroup.html">CreateDeploymentGroup</a>
public sealed interface DeploymentTarget {
    /// EC2 instances or servers of your own, in place.
    ///
    /// @param onPremises whether the tags are those of registered servers and not of EC2 instances
    /// @param tags a server with any of them takes the deployment
    /// @param autoScalingGroups whose instances take it, by name
    /// @param targetGroup the load balancer's target group that each instance leaves meanwhile, by name; empty for none
    record Instances(
            boolean onPremises,
            SequencedMap<String, String> tags,
            List<String> autoScalingGroups,
            String targetGroup)
            implements DeploymentTarget {
        public Instances {
            tags = Ordered.copy(tags);
            autoScalingGroups = List.copyOf(autoScalingGroups);
        }

        public Instances withTags(SequencedMap<String, String> tags) {
            return new Instances(onPremises, tags, autoScalingGroups, targetGroup);
        }

        public Instances withAutoScalingGroups(List<String> autoScalingGroups) {
            return new Instances(onPremises, tags, autoScalingGroups, targetGroup);
        }

        public Instances withTargetGroup(String targetGroup) {
            return new Instances(onPremises, tags, autoScalingGroups, targetGroup);
        }
    }

    /// Lambda functions, whose aliases move from one version to the next.
    ///
    /// @param functions their names
    record Functions(List<String> functions) implements DeploymentTarget {
        public Functions {
            functions = List.copyOf(functions);
        }
    }

    /// An ECS service whose deployment controller is CODE_DEPLOY, blue/green.
    ///
    /// @param cluster its name
    /// @param service its name
    /// @param listener the ARN of the load balancer's listener that people come in by
    /// @param blue the name of one target group
    /// @param green the name of the other
    /// @param keepMinutes how long the old tasks stay after the move, 0–2880
    /// @param taskRoles ARNs of the roles that the task definition names
    record Service(
            String cluster,
            String service,
            String listener,
            String blue,
            String green,
            int keepMinutes,
            List<String> taskRoles)
            implements DeploymentTarget {
        public Service {
            taskRoles = List.copyOf(taskRoles);
        }

        public Service withCluster(String cluster) {
            return new Service(cluster, service, listener, blue, green, keepMinutes, taskRoles);
        }

        public Service withService(String service) {
            return new Service(cluster, service, listener, blue, green, keepMinutes, taskRoles);
        }

        public Service withListener(String listener) {
            return new Service(cluster, service, listener, blue, green, keepMinutes, taskRoles);
        }

        public Service withBlue(String blue) {
            return new Service(cluster, service, listener, blue, green, keepMinutes, taskRoles);
        }

        public Service withGreen(String green) {
            return new Service(cluster, service, listener, blue, green, keepMinutes, taskRoles);
        }

        public Service withKeepMinutes(int keepMinutes) {
            return new Service(cluster, service, listener, blue, green, keepMinutes, taskRoles);
        }

        public Service withTaskRoles(List<String> taskRoles) {
            return new Service(cluster, service, listener, blue, green, keepMinutes, taskRoles);
        }
    }

    /// As CodeDeploy calls the compute platform.
    default String platform() {
        return switch (this) {
            case Instances _ -> "Server";
            case Functions _ -> "Lambda";
            case Service _ -> "ECS";
        };
    }
}
