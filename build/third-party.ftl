<#-- a line for each artifact that is not of this project -->
<#list dependencyMap as entry>
<#assign project = entry.getKey()/>
<#if project.groupId != "dev.incidentkit">
${project.groupId}:${project.artifactId} ${project.version}: ${entry.getValue()?sort?join(" or ")}
</#if>
</#list>
